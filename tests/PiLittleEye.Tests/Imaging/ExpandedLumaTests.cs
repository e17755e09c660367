using System.Runtime.Intrinsics;
using PiLittleEye.Imaging;

namespace PiLittleEye.Tests.Imaging;

public sealed class ExpandedLumaTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(16, 0)]
    [InlineData(126, 128)]
    [InlineData(235, 255)]
    [InlineData(255, 255)]
    public void Black_and_white_of_limited_range_become_full_black_and_white(byte limited, byte full) =>
        Assert.Equal(full, Mapped(limited));

    [Fact]
    public void No_value_is_further_than_a_hair_from_the_exact_one()
    {
        for (var sample = 0; sample <= 255; sample++)
        {
            var exact = Math.Clamp((sample - 16) * 255 / 219.0, 0, 255);
            Assert.InRange(Mapped((byte)sample), exact - 0.53, exact + 0.53);
            Assert.Equal(ReferencePicture.ExpandLuma(sample), Mapped((byte)sample));
        }
    }

    private static byte Mapped(byte sample) => ExpandedLuma.Map(Vector128.Create(sample)).GetElement(5);
}
