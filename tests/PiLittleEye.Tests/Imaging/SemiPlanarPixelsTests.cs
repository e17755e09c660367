using PiLittleEye.Imaging;

namespace PiLittleEye.Tests.Imaging;

public sealed class SemiPlanarPixelsTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Colour_pairs_part_into_their_planes(bool isVFirst, bool isLimitedRange) =>
        PixelCase.ForAll(picture =>
        {
            var (width, height, stride) = (picture.Width, picture.Height, picture.Width + picture.Padding);
            var y = picture.Plane(width, height, 1);
            var chroma = picture.Plane(width, height / 2, 2);

            var actual = picture.Converted(to =>
                SemiPlanarPixels.ToI420(
                    picture.Rows(y, width, height),
                    picture.Rows(chroma, width, height / 2),
                    to,
                    isVFirst,
                    isLimitedRange
                )
            );

            var (u, v) = isVFirst ? (1, 0) : (0, 1);
            var expected = ReferencePicture.Of(
                picture.Size,
                isLimitedRange,
                (column, row) => y[(row * stride) + column],
                (column, row) => chroma[(row * stride) + (2 * column) + u],
                (column, row) => chroma[(row * stride) + (2 * column) + v]
            );
            Assert.Equal(expected, actual);
        });
}
