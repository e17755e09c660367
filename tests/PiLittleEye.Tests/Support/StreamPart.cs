using System.Globalization;

namespace PiLittleEye.Tests.Support;

/// <summary>One part of a multipart stream, as it came over the wire.</summary>
internal sealed record StreamPart(IReadOnlyDictionary<string, string> Headers, byte[] Jpeg)
{
    public string State => Headers["X-Frame-State"];

    public DateTimeOffset CapturedAt =>
        DateTimeOffset.ParseExact(
            Headers["X-Frame-Captured-At"],
            "yyyy-MM-ddTHH:mm:ss.fffZ",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );
}
