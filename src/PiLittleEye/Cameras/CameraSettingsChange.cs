using System.Globalization;
using System.Text.Json.Serialization;
using PiLittleEye.Frames;

namespace PiLittleEye.Cameras;

/// <summary>Body of <c>PUT …/settings</c>: the same shape as what GET gives; what is absent stays as it is.</summary>
// A setting that does not exist is refused, not ignored.
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CameraSettingsChange(
    int? Rotation,
    bool? FlipHorizontal,
    bool? FlipVertical,
    StampChange? Stamp,
    int? Width,
    int? Height,
    int? FramesPerSecond,
    int? Quality,
    bool? AlwaysOn
)
{
    // A film is 24, a phone's preview 30; above 120 no Pi camera mode goes at a size worth watching.
    private const int FastestFramesPerSecond = 120;

    // Below 10 a print cannot be told from its bed; above 95 libjpeg-turbo's files double and nobody sees why.
    private const int LowestQuality = 10;
    private const int HighestQuality = 95;

    [JsonIgnore]
    public bool ChangesSize => Width is not null || Height is not null;

    public CameraSettings ApplyTo(CameraSettings current) =>
        new(
            Rotation ?? current.Rotation,
            FlipHorizontal ?? current.FlipHorizontal,
            FlipVertical ?? current.FlipVertical,
            Stamp?.ApplyTo(current.Stamp) ?? current.Stamp,
            Width ?? current.Width,
            Height ?? current.Height,
            FramesPerSecond ?? current.FramesPerSecond,
            Quality ?? current.Quality,
            AlwaysOn ?? current.AlwaysOn
        );

    /// <param name="current">What it changes.</param>
    /// <param name="offered">What the device offers, when that is known.</param>
    /// <returns>For each wrong setting its name and a sentence with value and remedy; empty when all are right.</returns>
    public Dictionary<string, string[]> Problems(CameraSettings current, CameraDescription? offered)
    {
        var wanted = ApplyTo(current);
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, sentence) in Stamp?.Problems() ?? [])
        {
            problems[name] = [sentence];
        }

        if (!Enum.IsDefined((Rotation)wanted.Rotation))
        {
            problems["rotation"] = [$"rotation is {wanted.Rotation}; use 0, 90, 180 or 270."];
        }

        // A size that was right once and is not mentioned now must not stop another change.
        if (ChangesSize && SizeProblem(wanted.Mode.Size, offered) is { } sizeProblem)
        {
            problems["width"] = [sizeProblem];
        }

        if (wanted.FramesPerSecond is < 1 or > FastestFramesPerSecond)
        {
            problems["framesPerSecond"] = [$"framesPerSecond is {wanted.FramesPerSecond}; use 1 to {FastestFramesPerSecond}."];
        }

        if (wanted.Quality is < LowestQuality or > HighestQuality)
        {
            problems["quality"] = [$"quality is {wanted.Quality}; use {LowestQuality} to {HighestQuality}."];
        }

        return problems;
    }

    private static string? SizeProblem(Resolution size, CameraDescription? offered)
    {
        if (!size.IsUsable)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The size is {size}; use even numbers from {Resolution.Smallest} to {Resolution.Largest}."
            );
        }

        if (offered is null || offered.Sizes.Count == 0 || offered.Sizes.Any(candidate => candidate.Size == size))
        {
            return null;
        }

        var largest = offered.Sizes[0].Size;
        if (offered.AnySize)
        {
            return size.Width <= largest.Width && size.Height <= largest.Height
                ? null
                : $"The size is {size}; this camera goes up to {largest}.";
        }

        return $"The size is {size}; this camera offers {string.Join(", ", offered.Sizes.Select(candidate => candidate.Size))}.";
    }
}
