using System.Runtime.Intrinsics;
using PiLittleEye.Imaging;

namespace PiLittleEye.Tests.Imaging;

public sealed class ExpandedChromaTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(16, 0)]
    [InlineData(128, 128)]
    [InlineData(240, 255)]
    [InlineData(255, 255)]
    public void Neutral_stays_neutral_and_the_ends_become_the_ends(byte limited, byte full) => Assert.Equal(full, Mapped(limited));

    [Fact]
    public void No_value_is_further_than_a_hair_from_the_exact_one()
    {
        for (var sample = 0; sample <= 255; sample++)
        {
            var exact = Math.Clamp(128 + ((sample - 128) * 255 / 224.0), 0, 255);
            Assert.InRange(Mapped((byte)sample), exact - 0.53, exact + 0.53);
            Assert.Equal(ReferencePicture.ExpandChroma(sample), Mapped((byte)sample));
        }
    }

    private static byte Mapped(byte sample) => ExpandedChroma.Map(Vector128.Create(sample)).GetElement(5);
}
