namespace PiLittleEye.Cameras;

/// <summary>Body of <c>GET /api/v1/cameras/{id}/modes</c>: what the device offers.</summary>
/// <param name="AnySize">Every even size up to the first one works too.</param>
internal sealed record CameraModesResponse(string Source, string Device, string Model, IReadOnlyList<CameraModeItem> Sizes, bool AnySize)
{
    public static CameraModesResponse Of(CameraDescription description) =>
        new(
            description.Source,
            description.Device,
            description.Model,
            [
                .. description.Sizes.Select(size => new CameraModeItem(
                    size.Size.Width,
                    size.Size.Height,
                    Math.Round(size.FastestFramesPerSecond, 2)
                )),
            ],
            description.AnySize
        );
}
