using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Native.Tests.Support;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Native.Tests.Turbojpeg;

public sealed class JpegDecompressorTests : IDisposable
{
    // Damaged sizes may ask for gigabytes; those are refused by whoever knows which sizes are usable.
    private const int MostPixels = 1 << 20;

    private static readonly (int Y, int U, int V)[] s_quadrants = [(76, 85, 255), (150, 44, 21), (29, 255, 107), (128, 128, 128)];

    private static readonly byte[] s_good = SampleJpegs.Read("420");

    private readonly JpegDecompressor _decompressor = new();

    [Theory]
    [InlineData("444", ChromaSubsampling.None444, 64, 64)]
    [InlineData("422", ChromaSubsampling.Half422, 32, 64)]
    [InlineData("420", ChromaSubsampling.Quarter420, 32, 32)]
    [InlineData("440", ChromaSubsampling.Half440, 64, 32)]
    [InlineData("411", ChromaSubsampling.Quarter411, 16, 64)]
    [InlineData("progressive", ChromaSubsampling.Half422, 32, 64)]
    public void Colour_planes_come_as_fine_as_they_were_coded(string kind, object subsampling, int chromaWidth, int chromaHeight)
    {
        var jpeg = SampleJpegs.Read(kind);

        var header = _decompressor.ReadHeader(jpeg);
        var planes = new GuardedPlanes(header);
        _decompressor.Decompress(jpeg, header, planes.Y, planes.U, planes.V);

        Assert.Equal(new JpegHeader(64, 64, (ChromaSubsampling)subsampling), header);
        Assert.Equal((chromaWidth, chromaHeight), JpegDecompressor.ChromaSize(header));
        AssertQuadrants(planes.Y, 64, 64, colour => colour.Y);
        AssertQuadrants(planes.U, chromaWidth, chromaHeight, colour => colour.U);
        AssertQuadrants(planes.V, chromaWidth, chromaHeight, colour => colour.V);
        planes.AssertGuardsIntact();
    }

    [Fact]
    public void A_gray_picture_has_no_colour_planes()
    {
        var jpeg = SampleJpegs.Read("gray");

        var header = _decompressor.ReadHeader(jpeg);
        var planes = new GuardedPlanes(header);
        _decompressor.Decompress(jpeg, header, planes.Y, planes.U, planes.V);

        Assert.Equal((0, 0), JpegDecompressor.ChromaSize(header));
        AssertQuadrants(planes.Y, 64, 64, colour => colour.Y);
        planes.AssertGuardsIntact();
    }

    [Fact]
    public void A_picture_for_printers_is_refused()
    {
        var jpeg = SampleJpegs.Read("cmyk");
        var header = _decompressor.ReadHeader(jpeg);
        var planes = new byte[64 * 64];
        Assert.Throws<JpegException>(() => _decompressor.Decompress(jpeg, header, planes, planes, planes));
    }

    [Fact]
    public void A_picture_that_does_not_divide_into_its_colour_planes_is_refused()
    {
        var header = _decompressor.ReadHeader(SampleJpegs.Read("odd"));
        Assert.Equal((65, 63), (header.Width, header.Height));
        Assert.Throws<JpegException>(() => JpegDecompressor.ChromaSize(header));
    }

    [Fact]
    public void Planes_that_are_too_small_are_refused_before_anything_is_touched()
    {
        var jpeg = SampleJpegs.Read("420");
        var header = _decompressor.ReadHeader(jpeg);
        var (y, quarter) = (new byte[64 * 64], new byte[32 * 32]);
        Assert.Throws<ArgumentOutOfRangeException>(() => _decompressor.Decompress(jpeg, header, y.AsSpan(1), quarter, quarter));
        Assert.Throws<ArgumentOutOfRangeException>(() => _decompressor.Decompress(jpeg, header, y, quarter.AsSpan(1), quarter));
        Assert.Throws<ArgumentOutOfRangeException>(() => _decompressor.Decompress(jpeg, header, y, quarter, quarter.AsSpan(1)));
    }

    [Fact]
    public void The_header_of_another_picture_is_refused_because_its_planes_may_be_too_small()
    {
        var header = _decompressor.ReadHeader(SampleJpegs.Read("420"));
        var planes = new GuardedPlanes(header);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            _decompressor.Decompress(SampleJpegs.Read("444"), header, planes.Y, planes.U, planes.V)
        );
        planes.AssertGuardsIntact();
    }

    [Fact]
    public void A_picture_cut_short_by_the_wire_is_decoded_as_far_as_it_goes()
    {
        var jpeg = SampleJpegs.Read("422");
        var header = _decompressor.ReadHeader(jpeg);
        var planes = new GuardedPlanes(header);

        _decompressor.Decompress(jpeg.AsSpan(0, jpeg.Length - 60), header, planes.Y, planes.U, planes.V);

        Assert.InRange(planes.Y[0], 73, 79);
    }

    [Fact]
    public void What_cannot_be_decoded_of_a_damaged_picture_is_never_the_picture_before()
    {
        // A byte too many in front of the scan is only a warning, a Huffman table that is not there is the end.
        var whole = SampleJpegs.Read("422");
        var scan = whole.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xff, 0xda]);
        byte[] jpeg = [.. whole[..scan], 0, .. whole[scan..(scan + 6)], 0x33, .. whole[(scan + 7)..]];
        var header = _decompressor.ReadHeader(jpeg);
        var planes = new GuardedPlanes(header);
        planes.Y.Fill(1);

        _decompressor.Decompress(jpeg, header, planes.Y, planes.U, planes.V);

        Assert.False(planes.Y.Contains((byte)1), "shows the picture before");
    }

    [Fact]
    public void Cut_anywhere_a_picture_is_decoded_or_refused_and_does_not_spoil_the_next()
    {
        foreach (var jpeg in SampleJpegs.OfEveryKind.Select(SampleJpegs.Read))
        {
            for (var length = 0; length < jpeg.Length; length++)
            {
                TryDecompress(jpeg.AsSpan(0, length));
                AssertStillDecodes();
            }
        }
    }

    [Fact]
    public void Damaged_anywhere_a_picture_is_decoded_or_refused_and_does_not_spoil_the_next()
    {
        var damage = from at in Gen.Choose(0, 900) from value in Gen.Choose(0, 255) select (At: at, Value: (byte)value);
        var cases =
            from kind in Gen.Elements(SampleJpegs.OfEveryKind)
            from damages in damage.ArrayOf()
            select (Kind: kind, Damages: damages);
        Prop.ForAll(
                cases.ToArbitrary(),
                one =>
                {
                    var jpeg = SampleJpegs.Read(one.Kind);
                    foreach (var (at, value) in one.Damages)
                    {
                        jpeg[at % jpeg.Length] = value;
                    }

                    TryDecompress(jpeg);
                    AssertStillDecodes();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithQuietOnSuccess(true));
    }

    [Fact]
    public void Bytes_that_are_no_picture_are_refused()
    {
        Prop.ForAll<byte[]>(bytes => Assert.Throws<JpegException>(() => _decompressor.ReadHeader(bytes)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));
        Assert.Throws<JpegException>(() => _decompressor.ReadHeader([]));
    }

    [Fact]
    public void After_its_end_it_refuses()
    {
        var jpeg = SampleJpegs.Read("420");
        var header = _decompressor.ReadHeader(jpeg);
        var planes = new GuardedPlanes(header);
        _decompressor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => _decompressor.ReadHeader(jpeg));
        Assert.Throws<ObjectDisposedException>(() => _decompressor.Decompress(jpeg, header, planes.Y, planes.U, planes.V));
    }

    public void Dispose() => _decompressor.Dispose();

    private void TryDecompress(ReadOnlySpan<byte> jpeg)
    {
        try
        {
            var header = _decompressor.ReadHeader(jpeg);
            if ((long)header.Width * header.Height <= MostPixels)
            {
                var planes = new GuardedPlanes(header);
                _decompressor.Decompress(jpeg, header, planes.Y, planes.U, planes.V);
                planes.AssertGuardsIntact();
            }
        }
        catch (JpegException)
        {
            // Refused: as good as decoded.
        }
    }

    private void AssertStillDecodes()
    {
        var header = new JpegHeader(64, 64, ChromaSubsampling.Quarter420);
        Assert.Equal(header, _decompressor.ReadHeader(s_good));
        var planes = new GuardedPlanes(header);
        _decompressor.Decompress(s_good, header, planes.Y, planes.U, planes.V);
        AssertQuadrants(planes.Y, 64, 64, colour => colour.Y);
    }

    // In the middle of each quadrant, away from the edges that a JPEG blurs.
    private static void AssertQuadrants(Span<byte> plane, int width, int height, Func<(int Y, int U, int V), int> expected)
    {
        for (var quadrant = 0; quadrant < 4; quadrant++)
        {
            var x = (width / 4) + (quadrant % 2 * width / 2);
            var y = (height / 4) + (quadrant / 2 * height / 2);
            Assert.InRange(plane[(y * width) + x], expected(s_quadrants[quadrant]) - 3, expected(s_quadrants[quadrant]) + 3);
        }
    }
}
