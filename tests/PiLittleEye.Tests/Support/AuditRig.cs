using PiLittleEye.Audit;

namespace PiLittleEye.Tests.Support;

/// <summary>The log of what happened on a database of its own, without a service around it.</summary>
internal sealed class AuditRig : IDisposable
{
    public TemporaryState State { get; } = new();

    public SteppingClock Clock { get; } = new();

    public CollectingLogger<AuditLog> Journal { get; } = new();

    public AuditOptions Options { get; init; } = new();

    public AuditStore Store => new(State.Database);

    public IReadOnlyList<AuditRow> Rows => Store.After(0, 1_000_000);

    /// <summary>Another one on the same file each time, as another process has.</summary>
    public AuditLog Log() =>
        new(
            Store,
            new AuditRetention(Store, Microsoft.Extensions.Options.Options.Create(Options), Clock, new CollectingLogger<AuditRetention>()),
            Clock,
            Journal
        );

    public async Task WriteAsync(params IEnumerable<AuditEntry> entries)
    {
        await using var log = Log();
        foreach (var entry in entries)
        {
            // One after the other, so that no more wait than may.
            await log.SaveAsync(entry);
        }
    }

    public static AuditEntry Some(string text) => new("test-done", text);

    public void Dispose() => State.Dispose();
}
