using PiLittleEye.Frames;
using PiLittleEye.Rights;

namespace PiLittleEye.Tests.Support;

/// <summary>Values that a test needs and does not care about.</summary>
internal static class Some
{
    public static readonly Resolution Size = new(64, 64);

    public static readonly NoPicture Reason = new("some-code", "Some title", "Some explanation.", "Some remedy.");

    /// <summary>Somebody signed in who may do everything.</summary>
    public static Caller Caller(string session = "mine") => new(CallerKind.Account, session, "Ada", Grants.All);

    /// <summary>A sealed frame, held once, by the caller.</summary>
    public static JpegFrame Frame(JpegFramePool pool, DateTimeOffset capturedAt, NoPicture? noPicture = null)
    {
        var frame = pool.Rent(1000);
        frame.Seal(100, Size, capturedAt, noPicture);
        return frame;
    }
}
