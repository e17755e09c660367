using QRCoder;

namespace PiLittleEye.Keys;

/// <summary>A text as a QR code.</summary>
internal static class QrPicture
{
    /// <returns>An SVG that takes the size of its place, black on white whatever the page's theme: scanners expect that.</returns>
    public static string Of(string text)
    {
        // M, a seventh may be unreadable: a screen is clean, and a coarser code is read from farther away.
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return picture.GetGraphic(pixelsPerModule: 4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
