using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary><c>Authorization: Bearer KEY.SECRET</c>, and Basic with the key as name and the secret as password.</summary>
internal sealed class HeaderCredentials(KeyRing keys, WrongKeys wrong) : ICredentialReader
{
    public CredentialPlace Place => CredentialPlace.Header;

    public Credential Read(HttpContext context) =>
        !KeyPair.TryReadHeader(context.Request.Headers.Authorization.ToString(), out var pair) ? Credential.None
        : keys.Recognise(pair, context.Connection.RemoteIpAddress, isInAddress: false) is { } caller ? Credential.Of(caller)
        : wrong.Refuse(context, KeyRefusals.WrongKey());
}
