using PiLittleEye.Frames;
using PiLittleEye.Imaging;

namespace PiLittleEye.Tests.Imaging;

public sealed class PackedPixelsTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Every_sample_is_where_and_what_the_plain_conversion_makes_it(bool chromaFirst, bool isLimitedRange) =>
        PixelCase.ForAll(picture =>
        {
            var (order, luma, chroma) = chromaFirst ? (PackedOrder.ChromaFirst, 1, 0) : (PackedOrder.LumaFirst, 0, 1);
            var bytes = picture.Plane(picture.Width * 2, picture.Height);
            var stride = (picture.Width * 2) + picture.Padding;

            var actual = picture.Converted(to =>
                PackedPixels.ToI420(picture.Rows(bytes, picture.Width * 2, picture.Height), to, order, isLimitedRange)
            );

            var expected = ReferencePicture.Of(
                picture.Size,
                isLimitedRange,
                (x, y) => bytes[(y * stride) + (2 * x) + luma],
                (x, y) => OfTwoRows((4 * x) + chroma, y),
                (x, y) => OfTwoRows((4 * x) + 2 + chroma, y)
            );
            Assert.Equal(expected, actual);

            int OfTwoRows(int at, int y) => (bytes[(2 * y * stride) + at] + bytes[(((2 * y) + 1) * stride) + at] + 1) / 2;
        });

    [Fact]
    public void Rows_that_do_not_fit_the_picture_are_refused()
    {
        var picture = new PixelCase(64, 64, 0, 1);
        var bytes = picture.Plane(128, 64);

        Assert.Throws<ArgumentOutOfRangeException>(() => picture.Converted(to => Convert(new PixelRows(bytes, 128, 126, 64), to)));
        Assert.Throws<ArgumentOutOfRangeException>(() => picture.Converted(to => Convert(new PixelRows(bytes, 128, 128, 62), to)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PixelRows(bytes.AsSpan(1), 128, 128, 64).Row(0).ToArray());

        static void Convert(PixelRows rows, I420Picture to) => PackedPixels.ToI420(rows, to, PackedOrder.LumaFirst, isLimitedRange: false);
    }
}
