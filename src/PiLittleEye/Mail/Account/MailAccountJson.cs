using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.Mail.Account;

/// <summary>Serialisers of the account, made while compiling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MailAccountSettings))]
[JsonSerializable(typeof(MailAccountChange))]
[JsonSerializable(typeof(MailResponse))]
[JsonSerializable(typeof(IReadOnlyList<MailProvider>))]
internal sealed partial class MailAccountJson : JsonSerializerContext;
