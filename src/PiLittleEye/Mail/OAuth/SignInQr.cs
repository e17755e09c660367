using QRCoder;

namespace PiLittleEye.Mail.OAuth;

/// <summary>The provider's page as a phone's camera reads it.</summary>
internal static class SignInQr
{
    /// <returns>Text of an SVG that takes the size of its place, black on white whatever the page's theme: scanners expect that.</returns>
    public static string Draw(string url)
    {
        using var data = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(pixelsPerModule: 4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
