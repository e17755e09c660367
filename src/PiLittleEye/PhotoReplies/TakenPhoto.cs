using PiLittleEye.Frames;

namespace PiLittleEye.PhotoReplies;

/// <summary>A photo, or why there is none.</summary>
/// <param name="Jpeg">Null when there is none.</param>
/// <param name="CapturedAt">Of the photo.</param>
/// <param name="Reason">Null when there is a photo.</param>
internal sealed record TakenPhoto(byte[]? Jpeg, DateTimeOffset CapturedAt, NoPicture? Reason)
{
    public static TakenPhoto Failed(NoPicture reason) => new(null, default, reason);
}
