using QRCoder;

namespace PiLittleEye.Certificates;

/// <summary>The address of the root as a phone's camera reads it.</summary>
internal static class AuthorityQr
{
    /// <returns>Text of an SVG that takes the size of its place, black on white whatever the page's theme: scanners expect that.</returns>
    public static string Draw(string url)
    {
        using var data = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(pixelsPerModule: 4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
