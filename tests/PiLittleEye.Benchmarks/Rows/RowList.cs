namespace PiLittleEye.Benchmarks.Rows;

/// <summary>All rows, in the order in which they are measured: from the parts to the whole.</summary>
internal static class RowList
{
    public static IReadOnlyList<IBenchmarkRow> All { get; } =
    [
        new PixelPathRow(),
        new RotationRow(),
        new StampRow(),
        new IngestRow(),
        new TlsFanoutRow(viewers: 50, mostOfNginx: 1.05, mostOfLimit: 1.35),
        new TlsFanoutRow(viewers: 10, mostOfNginx: 1.15, mostOfLimit: null),
        new TlsFanoutRow(viewers: 1, mostOfNginx: 1.9, mostOfLimit: null),
        new LatencyRow(),
        new AllocationsRow(),
        new StalledViewersRow(),
        new SlowViewerRow(),
        new MemoryRow(),
        new IdleRow(),
        new StartupRow(),
        new SnapshotRow(),
        new MailReplyRow("idle", mails: 20, most: 1.5),
        new MailReplyRow("cold", mails: 10, most: 4),
        new MailReplyRow("poll", mails: 10, most: 11.5),
        new FrameCostRow(),
        new SignInBurstRow(),
        new EnumerationRow(),
        new SoakRow(),
    ];
}
