using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.Certificates;

/// <summary>Origins as <c>own</c>, <c>self-signed</c>, <c>authority</c>.</summary>
internal sealed class CertificateOriginConverter()
    : JsonStringEnumConverter<CertificateOrigin>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
