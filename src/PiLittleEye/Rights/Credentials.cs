namespace PiLittleEye.Rights;

/// <summary>Asks every <see cref="ICredentialReader"/> in turn who a request comes from.</summary>
internal sealed class Credentials(IEnumerable<ICredentialReader> readers)
{
    private readonly ICredentialReader[] _readers = [.. readers.OrderBy(reader => reader.Place)];

    public Credential Find(HttpContext context)
    {
        foreach (var reader in _readers)
        {
            var credential = reader.Read(context);
            if (credential != Credential.None)
            {
                return credential;
            }
        }

        return Credential.None;
    }
}
