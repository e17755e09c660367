using PiLittleEye.Lettering;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Lettering;

public sealed class BlendLayerTests
{
    private const int PlaneWidth = 100;
    private const int PlaneHeight = 40;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 5)]
    [InlineData(-7, -3)]
    [InlineData(70, 0)]
    [InlineData(99, 39)]
    [InlineData(-47, 0)]
    [InlineData(100, 0)]
    [InlineData(-48, 0)]
    [InlineData(-500, -500)]
    [InlineData(500, 500)]
    public void Blending_equals_the_formula_pixel_by_pixel_and_is_cut_at_the_edges(int x, int y)
    {
        var layer = RandomLayer(41, 12);
        var plane = new byte[PlaneWidth * PlaneHeight];
        new Noise(3).Fill(plane);
        byte[] expected = [.. plane];
        for (var i = 0; i < expected.Length; i++)
        {
            var (row, column) = (i / PlaneWidth - y, i % PlaneWidth - x);
            if (row >= 0 && row < layer.Height && column >= 0 && column < layer.Stride)
            {
                var shows = 255 - layer.AlphaRow(row)[column];
                expected[i] = (byte)(Math.Round(expected[i] * shows / 255.0) + layer.OwnRow(row)[column]);
            }
        }

        layer.DrawOn(plane, PlaneWidth, x, y);

        Assert.Equal(expected, plane);
    }

    [Fact]
    public void Every_pair_of_picture_and_alpha_is_rounded_to_the_nearest()
    {
        var layer = new BlendLayer();
        layer.Clear(256, 1);
        var plane = new byte[256];
        for (var shown = 0; shown < 256; shown++)
        {
            for (var x = 0; x < 256; x++)
            {
                layer.AlphaRow(0)[x] = (byte)x;
                plane[x] = (byte)shown;
            }

            layer.DrawOn(plane, 256, 0, 0);

            for (var x = 0; x < 256; x++)
            {
                Assert.Equal((byte)Math.Round(shown * (255 - x) / 255.0), plane[x]);
            }
        }
    }

    [Fact]
    public void A_cleared_layer_changes_nothing()
    {
        var layer = RandomLayer(48, 12);
        layer.Clear(30, 10);
        var plane = new byte[PlaneWidth * PlaneHeight];
        new Noise(4).Fill(plane);
        byte[] before = [.. plane];

        layer.DrawOn(plane, PlaneWidth, 8, 8);

        Assert.Equal(before, plane);
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 32)]
    public void Rows_are_whole_vectors(int width, int stride)
    {
        var layer = new BlendLayer();
        layer.Clear(width, 2);

        Assert.Equal(stride, layer.Stride);
    }

    private static BlendLayer RandomLayer(int width, int height)
    {
        var layer = new BlendLayer();
        layer.Clear(width, height);
        var noise = new Noise(2);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < layer.Stride; x++)
            {
                var alpha = noise.Next(256);
                layer.AlphaRow(y)[x] = (byte)alpha;
                layer.OwnRow(y)[x] = (byte)noise.Next(alpha + 1);
            }
        }

        return layer;
    }
}
