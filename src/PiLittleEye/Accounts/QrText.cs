using QRCoder;

namespace PiLittleEye.Accounts;

/// <summary>A text as a QR code made of letters, for a terminal.</summary>
internal static class QrText
{
    // White on black, whatever colours the terminal has: scanners expect dark signs on a light ground.
    private const string Colours = "\e[97;40m";
    private const string Usual = "\e[0m";

    /// <returns>Lines; what is light is drawn and what is dark is left out.</returns>
    /// <param name="text">Up to a few hundred letters: more is wider than a terminal.</param>
    /// <param name="isTerminal">Whether it understands colours.</param>
    public static string Of(string text, bool isTerminal)
    {
        // L, the coarsest: eighty columns take more text so.
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
        using var picture = new AsciiQRCode(code);
        var lines = picture.GetGraphicSmall(drawQuietZones: true, invert: false).Split('\n');
        return string.Join('\n', isTerminal ? lines.Select(line => Colours + line + Usual) : lines);
    }
}
