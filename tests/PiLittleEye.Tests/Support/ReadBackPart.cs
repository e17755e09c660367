namespace PiLittleEye.Tests.Support;

/// <summary>One part of a <see cref="ReadBackMail"/>, its transfer encoding undone.</summary>
internal sealed record ReadBackPart(string Type, string Charset, string Encoding, string File, byte[] Content);
