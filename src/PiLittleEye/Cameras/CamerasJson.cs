using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.Cameras;

/// <summary>Serialisers of this room, made while compiling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CameraSettings))]
[JsonSerializable(typeof(CameraSettingsChange))]
[JsonSerializable(typeof(CameraStatusResponse))]
[JsonSerializable(typeof(CameraModesResponse))]
[JsonSerializable(typeof(IReadOnlyList<CameraListItem>))]
internal sealed partial class CamerasJson : JsonSerializerContext;
