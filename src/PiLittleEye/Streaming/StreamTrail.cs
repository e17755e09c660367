using PiLittleEye.Audit;

namespace PiLittleEye.Streaming;

/// <summary>Notes who watched which camera for how long, and who took photos of it.</summary>
internal sealed class StreamTrail(AuditTally tally, TimeProvider clock)
{
    // Nobody opens more by hand; a player that connects anew each second is counted from there on.
    private const int WrittenEachMinute = 10;

    /// <returns>What the end is told with: then the connection may be gone, and with it the address.</returns>
    public AuditEntry Opened(HttpContext context, string cameraId)
    {
        var entry = AuditEntry.By(context, "stream-opened", "The live stream was opened.") with { Camera = cameraId };
        tally.Count(entry, atOnce: WrittenEachMinute);
        return entry;
    }

    public void Ended(AuditEntry opened, StreamConnection connection)
    {
        var lasted = clock.GetUtcNow() - connection.Since;
        var text = $"The live stream ended after {TimeWords.Of(lasted)}: {Reason(connection.End)}.";
        tally.Count(opened with { Kind = "stream-ended", Text = text }, atOnce: WrittenEachMinute);
    }

    /// <summary>Only counted: a time-lapse takes one every few seconds.</summary>
    public void PhotoTaken(HttpContext context, string cameraId) =>
        tally.Count(AuditEntry.By(context, "photo-taken", "A photo was taken.") with { Camera = cameraId });

    private static string Reason(StreamEnd end) =>
        end switch
        {
            StreamEnd.ViewerLeft => "the viewer left",
            StreamEnd.ViewerStalled => "the viewer took nothing any more",
            StreamEnd.SignedOut => "the right to it ended",
            StreamEnd.SentAway => "an administrator ended it",
            StreamEnd.Stopping => "the service stopped",
            _ => "it was closed",
        };
}
