namespace PiLittleEye.Rights;

/// <summary>Where in a request a credential stands. The first that has one decides: what somebody put there on purpose comes before what a browser sends by itself.</summary>
internal enum CredentialPlace
{
    /// <summary>The address itself: a key or a ticket.</summary>
    Address,

    /// <summary>The Authorization header: a key.</summary>
    Header,

    /// <summary>The session's cookie, or its token where a program puts it.</summary>
    Session,
}
