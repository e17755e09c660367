using PiLittleEye.Settings;

namespace PiLittleEye.Cameras;

/// <summary>All cameras, in the order of the settings file. Where the file names none, one camera is looked for.</summary>
internal sealed record CamerasOptions(IReadOnlyList<CameraOptions> Cameras)
{
    public const string Section = "Cameras";

    public const string DefaultId = "camera";
    public const string DefaultName = "Camera";

    // The stamp must fit a name beside the time on a portrait picture, and URLs and metrics stay short.
    private const int LongestId = 32;
    private const int LongestName = 40;

    // One process decodes and serves them all; a Pi 5 has bandwidth for four at 720p, a PC for some more.
    private const int MostCameras = 16;

    public static CamerasOptions Read(SettingsSection section)
    {
        var items = section.Items().ToList();
        var cameras = items.Select(ReadOne).ToList();
        if (cameras.Count == 0)
        {
            return new CamerasOptions([
                new CameraOptions
                {
                    Id = DefaultId,
                    Name = DefaultName,
                    Source = CameraSources.Auto,
                },
            ]);
        }

        if (cameras.Count > MostCameras)
        {
            section.Complain("0", $"{cameras.Count} cameras", $"name at most {MostCameras} cameras");
        }

        for (var i = 0; i < cameras.Count; i++)
        {
            if (cameras.Take(i).Any(earlier => earlier.Id == cameras[i].Id))
            {
                items[i].Complain(nameof(CameraOptions.Id), cameras[i].Id, "give each camera an id of its own");
            }

            if (cameras.Count > 1 && cameras[i].Source == CameraSources.Auto)
            {
                items[i]
                    .Complain(nameof(CameraOptions.Source), CameraSources.Auto, "name the source of each camera when there are several");
            }
        }

        return new CamerasOptions(cameras);
    }

    private static CameraOptions ReadOne(SettingsSection item, int index)
    {
        var fallback = index == 0 ? DefaultId : $"{DefaultId}-{index + 1}";
        var id = item.Text(nameof(CameraOptions.Id), fallback);
        if (id.Length is 0 or > LongestId || !id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            item.Complain(nameof(CameraOptions.Id), id, $"use 1 to {LongestId} letters, digits and hyphens");
        }

        var name = item.Text(nameof(CameraOptions.Name), id == DefaultId ? DefaultName : id);
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            item.Complain(nameof(CameraOptions.Name), name, $"use 1 to {LongestName} characters");
        }

        var source = item.OneOf(nameof(CameraOptions.Source), CameraSources.Auto, CameraSources.Words);
        var device = item.OptionalText(nameof(CameraOptions.Device));
        item.RefuseUnknownKeys();
        return new CameraOptions
        {
            Id = id,
            Name = name,
            Source = source,
            Device = device,
        };
    }
}
