using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.Accounts;

/// <summary>Serialisers of this room, made while compiling: reflection costs a tenth of a second at the first request.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ClaimRequest))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(PasswordChangeRequest))]
[JsonSerializable(typeof(ProofRequest))]
[JsonSerializable(typeof(SessionResponse))]
[JsonSerializable(typeof(IReadOnlyList<SessionItem>))]
[JsonSerializable(typeof(SecondFactorOffer))]
[JsonSerializable(typeof(SecondFactorCode))]
[JsonSerializable(typeof(RecoveryCodes))]
[JsonSerializable(typeof(RequiredRoles))]
[JsonSerializable(typeof(NewAccountRequest))]
[JsonSerializable(typeof(AccountChangeRequest))]
[JsonSerializable(typeof(TemporaryPasswordRequest))]
[JsonSerializable(typeof(AccountItem))]
[JsonSerializable(typeof(IReadOnlyList<AccountItem>))]
internal sealed partial class AccountsJson : JsonSerializerContext;
