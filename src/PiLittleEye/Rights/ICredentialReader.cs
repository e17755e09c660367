namespace PiLittleEye.Rights;

/// <summary>Recognises one kind of credential. Whoever brings a new kind registers one of these.</summary>
internal interface ICredentialReader
{
    CredentialPlace Place { get; }

    /// <summary>Asked once for each request, in the order of places.</summary>
    Credential Read(HttpContext context);
}
