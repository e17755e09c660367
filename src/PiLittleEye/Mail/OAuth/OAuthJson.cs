using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.Mail.OAuth;

/// <summary>Serialisers of sign-ins, made while compiling. Some providers write numbers as texts.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(OAuthAnswer))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SignInOffer))]
[JsonSerializable(typeof(SignInResponse))]
internal sealed partial class OAuthJson : JsonSerializerContext;
