using System.Net;
using PiLittleEye.Frames;

namespace PiLittleEye.PhotoReplies;

/// <summary>What an answer tells.</summary>
internal sealed record ReplyFacts
{
    public required WishKind Wish { get; init; }

    public required string CameraName { get; init; }

    /// <summary>Others the sender may name.</summary>
    public IReadOnlyList<string> OtherCameras { get; init; } = [];

    /// <summary>Null for an answer without a photo.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>Why there is no photo though one was wished for.</summary>
    public NoPicture? NoPicture { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>When the server had the request.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public int Viewers { get; init; }

    public double? Temperature { get; init; }

    public IPAddress? ExternalAddress { get; init; }

    /// <summary>The page at home.</summary>
    public string? Page { get; init; }
}
