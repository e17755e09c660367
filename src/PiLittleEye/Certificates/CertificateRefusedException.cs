namespace PiLittleEye.Certificates;

/// <summary>The owner's certificate cannot be used; the one in force stays. The message says which file and why.</summary>
internal sealed class CertificateRefusedException(string message, Exception? inner = null) : Exception(message, inner);
