using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.ApplianceTests.Support;

/// <summary>One part of a stream as it came over the wire.</summary>
/// <param name="CapturedAt">X-Frame-Captured-At.</param>
/// <param name="State">X-Frame-State: live, or the code of the reason why a card is shown.</param>
internal sealed record StreamPart(DateTimeOffset CapturedAt, string State, byte[] Jpeg)
{
    public bool IsLive => State == "live";

    /// <summary>Dispose it: its pixels lie outside the managed heap.</summary>
    public RawFrame Decode() => JpegReader.Decode(Jpeg);
}
