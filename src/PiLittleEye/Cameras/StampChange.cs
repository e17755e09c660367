using System.Text.Json.Serialization;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;

namespace PiLittleEye.Cameras;

/// <summary>The part of a <see cref="CameraSettingsChange"/> about the stamp; what is absent stays.</summary>
// A setting that does not exist is refused, not ignored.
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StampChange(bool? Enabled, string? Corner, string? Size, string? Format, string? Zone, bool? ShowName)
{
    /// <summary>Words that are no corner or size leave the current one; <see cref="Problems"/> has told of them before.</summary>
    public StampChoice ApplyTo(StampChoice current) =>
        new(
            Enabled ?? current.Enabled,
            Corner is not null && SettingWords.TryParse<StampCorner>(Corner, out var corner) ? corner : current.Corner,
            Size is not null && SettingWords.TryParse<StampSize>(Size, out var size) ? size : current.Size,
            Format ?? current.Format,
                // An empty zone means the machine's again; null cannot, because it means "not mentioned".
                Zone is null
                    ? current.Zone
                : Zone.Length == 0 ? null
                : Zone,
            ShowName ?? current.ShowName
        );

    public IEnumerable<(string Name, string Sentence)> Problems()
    {
        if (Corner is not null && !SettingWords.TryParse<StampCorner>(Corner, out _))
        {
            yield return (
                "stamp.corner",
                $"stamp.corner is \"{Corner}\"; use one of {string.Join(", ", SettingWords.All<StampCorner>())}."
            );
        }

        if (Size is not null && !SettingWords.TryParse<StampSize>(Size, out _))
        {
            yield return ("stamp.size", $"stamp.size is \"{Size}\"; use one of {string.Join(", ", SettingWords.All<StampSize>())}.");
        }

        if (Format is not null && !StampText.IsUsableFormat(Format))
        {
            yield return ("stamp.format", $"stamp.format is \"{Format}\"; use one as yyyy-MM-dd HH:mm:ss.");
        }

        if (Zone is { Length: > 0 } && !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
        {
            yield return ("stamp.zone", $"stamp.zone is \"{Zone}\"; use one as Europe/Berlin, or an empty text for this machine's.");
        }
    }
}
