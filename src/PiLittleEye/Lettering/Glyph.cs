namespace PiLittleEye.Lettering;

/// <summary>One drawn character: how much it hides of what is below (0 to 255), and its own luma already multiplied by that.</summary>
internal sealed record Glyph(byte[] Alpha, byte[] Luma);
