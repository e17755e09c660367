using QRCoder;

namespace PiLittleEye.Accounts;

/// <summary>A text as a QR code.</summary>
internal static class QrPicture
{
    // Version 40 with this correction takes 2331 bytes; a code that a phone still reads is far below.
    private const int Longest = 1000;

    /// <returns>An SVG that takes the size of its place, black on white whatever the page's theme: scanners expect that.</returns>
    /// <param name="text">Nothing comes of one that is too long: a Host header may have thousands of letters.</param>
    public static string Of(string text)
    {
        if (text.Length > Longest)
        {
            return string.Empty;
        }

        // M, a seventh may be unreadable: a screen is clean, and a coarser code is read from farther away.
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return picture.GetGraphic(pixelsPerModule: 4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
