using PiLittleEye.Imaging;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Tests.Imaging;

public sealed class DecodedPixelsTests
{
    [Theory]
    [InlineData(1, 1)] // 4:4:4
    [InlineData(2, 1)] // 4:2:2
    [InlineData(1, 2)] // 4:4:0
    [InlineData(2, 2)] // 4:2:0
    [InlineData(4, 1)] // 4:1:1
    public void Colour_samples_that_fall_together_are_averaged(int across, int down) =>
        PixelCase.ForAll(drawn =>
        {
            // 4:1:1 needs widths that divide by four.
            var picture = drawn with
            {
                Width = drawn.Width / across * across,
            };
            var (width, height) = (picture.Width / across, picture.Height / down);
            var y = picture.Plane(picture.Width, picture.Height, 1);
            var u = picture.Plane(width, height, 2);
            var v = picture.Plane(width, height, 3);

            var actual = picture.Converted(to =>
                DecodedPixels.ToI420(
                    picture.Rows(y, picture.Width, picture.Height),
                    picture.Rows(u, width, height),
                    picture.Rows(v, width, height),
                    Subsampling(across, down),
                    to
                )
            );

            var expected = ReferencePicture.Of(
                picture.Size,
                isLimitedRange: false,
                (column, row) => y[(row * (picture.Width + picture.Padding)) + column],
                (column, row) => Averaged(u, column, row),
                (column, row) => Averaged(v, column, row)
            );
            Assert.Equal(expected, actual);

            int Averaged(byte[] plane, int column, int row)
            {
                var (sum, count) = (0, 0);
                for (var line = row * 2 / down; line <= ((row * 2) + 1) / down; line++)
                {
                    for (var x = column * 2 / across; x <= ((column * 2) + 1) / across; x++)
                    {
                        sum += plane[(line * (width + picture.Padding)) + x];
                        count++;
                    }
                }

                return (sum + (count / 2)) / count;
            }
        });

    [Fact]
    public void A_gray_picture_has_neutral_colour()
    {
        var picture = new PixelCase(66, 64, 0, 1);
        var y = picture.Plane(66, 64);

        var actual = picture.Converted(to => DecodedPixels.ToI420(picture.Rows(y, 66, 64), default, default, ChromaSubsampling.Gray, to));

        Assert.Equal(
            ReferencePicture.Of(picture.Size, isLimitedRange: false, (x, row) => y[(row * 66) + x], (_, _) => 128, (_, _) => 128),
            actual
        );
    }

    private static ChromaSubsampling Subsampling(int across, int down) =>
        (across, down) switch
        {
            (1, 1) => ChromaSubsampling.None444,
            (2, 1) => ChromaSubsampling.Half422,
            (1, 2) => ChromaSubsampling.Half440,
            (2, 2) => ChromaSubsampling.Quarter420,
            _ => ChromaSubsampling.Quarter411,
        };
}
