using PiLittleEye.Imaging;

namespace PiLittleEye.Tests.Imaging;

public sealed class PlanarPixelsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_lose_their_padding_and_keep_their_samples(bool isLimitedRange) =>
        PixelCase.ForAll(picture =>
        {
            var (width, height) = (picture.Width, picture.Height);
            var y = picture.Plane(width, height, 1);
            var u = picture.Plane(width / 2, height / 2, 2);
            var v = picture.Plane(width / 2, height / 2, 3);

            var actual = picture.Converted(to =>
                PlanarPixels.ToI420(
                    picture.Rows(y, width, height),
                    picture.Rows(u, width / 2, height / 2),
                    picture.Rows(v, width / 2, height / 2),
                    to,
                    isLimitedRange
                )
            );

            var expected = ReferencePicture.Of(
                picture.Size,
                isLimitedRange,
                (column, row) => y[(row * (width + picture.Padding)) + column],
                (column, row) => u[(row * ((width / 2) + picture.Padding)) + column],
                (column, row) => v[(row * ((width / 2) + picture.Padding)) + column]
            );
            Assert.Equal(expected, actual);
        });
}
