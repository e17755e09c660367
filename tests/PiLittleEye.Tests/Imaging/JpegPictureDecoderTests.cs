using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Native.Turbojpeg;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Imaging;

public sealed class JpegPictureDecoderTests : IDisposable
{
    private readonly JpegPictureDecoder _decoder = new();
    private readonly RawFrame _decoded = new();

    [Theory]
    [InlineData("444")]
    [InlineData("422")]
    [InlineData("420")]
    [InlineData("440")]
    [InlineData("411")]
    [InlineData("progressive")]
    public void However_coarse_the_colour_of_a_jpeg_it_becomes_the_same_planar_picture(string kind)
    {
        _decoder.Decode(JpegReader.Sample(kind), _decoded);

        Assert.Equal((PixelFormat.I420, new Resolution(64, 64)), (_decoded.Format, _decoded.Size));
        Assert.Equal(Quadrants.Upright, Quadrants.Read(_decoded.Picture));
    }

    [Fact]
    public void A_gray_picture_has_no_colour_left_over_from_the_one_before()
    {
        _decoder.Decode(JpegReader.Sample("444"), _decoded);

        _decoder.Decode(JpegReader.Sample("gray"), _decoded);

        Assert.InRange(_decoded.Picture.Y[0], 73, 79);
        Assert.False(_decoded.Picture.U.ContainsAnyExcept((byte)128));
        Assert.False(_decoded.Picture.V.ContainsAnyExcept((byte)128));
    }

    [Theory]
    [InlineData("odd")]
    [InlineData("cmyk")]
    public void What_cannot_be_shown_is_refused_and_the_next_is_decoded(string kind)
    {
        Assert.Throws<JpegException>(() => _decoder.Decode(JpegReader.Sample(kind), _decoded));

        _decoder.Decode(JpegReader.Sample("422"), _decoded);
        Assert.Equal(Quadrants.Upright, Quadrants.Read(_decoded.Picture));
    }

    [Fact]
    public void Bytes_that_are_no_picture_are_refused()
    {
        var noise = new byte[5000];
        new Noise(1).Fill(noise);
        Assert.Throws<JpegException>(() => _decoder.Decode(noise, _decoded));
        Assert.Throws<JpegException>(() => _decoder.Decode([], _decoded));
    }

    [Theory]
    [InlineData("444")]
    [InlineData("440")]
    [InlineData("411")]
    [InlineData("420")]
    [InlineData("gray")]
    [InlineData("progressive")]
    public void Damaged_anywhere_it_is_decoded_or_refused_and_does_not_spoil_the_next(string kind)
    {
        var whole = JpegReader.Sample(kind);
        var noise = new Noise(7);
        for (var round = 0; round < 500; round++)
        {
            var damaged = whole.ToArray();
            for (var hits = noise.Next(4); hits >= 0; hits--)
            {
                damaged[noise.Next(damaged.Length)] = (byte)noise.Next(256);
            }

            try
            {
                _decoder.Decode(damaged.AsSpan(0, damaged.Length - noise.Next(50)), _decoded);
                Assert.Equal(_decoded.Size.I420Length, _decoded.Bytes.Length);
            }
            catch (JpegException)
            {
                // Refused, which is as good.
            }
        }

        _decoder.Decode(JpegReader.Sample("422"), _decoded);
        Assert.Equal(Quadrants.Upright, Quadrants.Read(_decoded.Picture));
    }

    public void Dispose()
    {
        _decoder.Dispose();
        _decoded.Dispose();
    }
}
