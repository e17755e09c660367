using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.Certificates;

/// <summary>Serialisers of this room, made while compiling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CertificateUpload))]
[JsonSerializable(typeof(CertificateResponse))]
[JsonSerializable(typeof(AuthorityResponse))]
internal sealed partial class CertificatesJson : JsonSerializerContext;
