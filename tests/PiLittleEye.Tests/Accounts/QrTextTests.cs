using PiLittleEye.Accounts;
using QRCoder;

namespace PiLittleEye.Tests.Accounts;

public sealed class QrTextTests
{
    private const string Uri = "otpauth://totp/Pi%20Little%20Eye:ada?secret=GR5QLFGR5QLFGR5QLFGR5QLFGR5QLFGR&issuer=Pi%20Little%20Eye";

    [Fact]
    public void It_fits_a_terminal_and_sets_its_colours_only_there()
    {
        var plain = QrText.Of(Uri, isTerminal: false);
        Assert.All(plain.Split('\n'), line => Assert.InRange(line.Length, 1, 80));
        Assert.DoesNotContain('\e', plain);

        var coloured = QrText.Of(Uri, isTerminal: true).Split('\n');
        Assert.All(coloured, line => Assert.StartsWith("\e[97;40m", line, StringComparison.Ordinal));
        Assert.All(coloured, line => Assert.EndsWith("\e[0m", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Light_is_drawn_and_dark_is_left_out()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Uri, QRCodeGenerator.ECCLevel.L);
        var lines = QrText.Of(Uri, isTerminal: false).Split('\n');
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix.Count; x++)
            {
                var isDrawn = lines[y / 2][x] == '█' || lines[y / 2][x] == (y % 2 == 0 ? '▀' : '▄');
                Assert.Equal(!code.ModuleMatrix[y][x], isDrawn);
            }
        }
    }
}
