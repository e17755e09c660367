using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Native.Tests.V4l2;

public sealed class FourCcTests
{
    [Fact]
    public void Its_number_is_that_of_the_kernel_and_its_text_the_four_characters()
    {
        // V4L2_PIX_FMT_YUYV is v4l2_fourcc('Y', 'U', 'Y', 'V').
        Assert.Equal(0x56595559u, FourCc.Yuyv.Value);
        Assert.Equal("YUYV", FourCc.Yuyv.ToString());
    }

    [Fact]
    public void Blanks_at_the_end_are_left_out_and_bytes_that_are_no_text_are_dots()
    {
        Assert.Equal("Y16", new FourCc(0x20363159).ToString());
        Assert.Equal("..AB", new FourCc(0x42410700).ToString());
    }
}
