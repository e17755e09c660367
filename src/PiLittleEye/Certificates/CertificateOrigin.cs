namespace PiLittleEye.Certificates;

/// <summary>Where the certificate in force comes from.</summary>
internal enum CertificateOrigin
{
    /// <summary>The owner's: named by the installer or uploaded.</summary>
    Own,

    /// <summary>Made here and signed by itself.</summary>
    SelfSigned,

    /// <summary>Made here and signed by the <see cref="LocalAuthority"/>.</summary>
    Authority,
}
