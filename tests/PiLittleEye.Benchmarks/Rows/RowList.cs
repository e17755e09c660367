namespace PiLittleEye.Benchmarks.Rows;

/// <summary>All rows, in the order in which they are measured: what disturbs the machine least comes first.</summary>
internal static class RowList
{
    public static IReadOnlyList<IBenchmarkRow> All { get; } =
    [new PixelPathRow(), new RotationRow(), new StampRow(), new IngestRow(), new AllocationsRow(), new SnapshotRow()];
}
