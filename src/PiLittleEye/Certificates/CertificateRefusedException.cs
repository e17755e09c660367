namespace PiLittleEye.Certificates;

/// <summary>The owner's certificate cannot be used; the one in force stays.</summary>
/// <param name="code">Why, for programs: stable, in lower case with hyphens.</param>
/// <param name="message">Which file and why, and what to do.</param>
internal sealed class CertificateRefusedException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
