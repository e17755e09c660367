using PiLittleEye.Native.Tests.Support;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Native.Tests.Turbojpeg;

public sealed class JpegCompressorTests : IDisposable
{
    private readonly JpegCompressor _compressor = new();

    [Theory]
    [InlineData(64, 64)]
    [InlineData(66, 70)]
    [InlineData(1280, 720)]
    public void What_it_compresses_is_nearly_the_same_when_it_is_decompressed(int width, int height)
    {
        var header = new JpegHeader(width, height, ChromaSubsampling.Quarter420);
        var original = new GuardedPlanes(header);
        FillWithGradients(original, width);
        var jpeg = new byte[JpegCompressor.RoomFor(width, height)];

        var length = _compressor.Compress(original.Y, original.U, original.V, width, height, 95, jpeg);

        using var decompressor = new JpegDecompressor();
        var decoded = new GuardedPlanes(header);
        Assert.Equal(header, decompressor.ReadHeader(jpeg.AsSpan(0, length)));
        decompressor.Decompress(jpeg.AsSpan(0, length), header, decoded.Y, decoded.U, decoded.V);
        Assert.InRange(LargestDifference(original.Y, decoded.Y), 0, 5);
        Assert.InRange(LargestDifference(original.U, decoded.U), 0, 5);
        Assert.InRange(LargestDifference(original.V, decoded.V), 0, 5);
        decoded.AssertGuardsIntact();
    }

    [Fact]
    public void Noise_at_the_best_quality_fits_into_the_room()
    {
        var planes = new GuardedPlanes(new JpegHeader(640, 480, ChromaSubsampling.Quarter420));
        var state = 1u;
        foreach (ref var value in planes.Y)
        {
            value = (byte)((state = (state * 1_664_525) + 1_013_904_223) >> 24);
        }

        planes.Y[..planes.U.Length].CopyTo(planes.U);
        planes.Y[^planes.V.Length..].CopyTo(planes.V);
        var room = JpegCompressor.RoomFor(640, 480);

        Assert.InRange(_compressor.Compress(planes.Y, planes.U, planes.V, 640, 480, 100, new byte[room]), 100_000, room);
    }

    [Fact]
    public void A_lower_quality_gives_fewer_bytes()
    {
        var planes = new GuardedPlanes(new JpegHeader(640, 480, ChromaSubsampling.Quarter420));
        FillWithGradients(planes, 640);
        var jpeg = new byte[JpegCompressor.RoomFor(640, 480)];

        List<int> lengths = [Compress(10), Compress(50), Compress(80), Compress(95)];

        Assert.Equal(lengths.Order(), lengths);
        Assert.Equal(4, lengths.Distinct().Count());

        int Compress(int quality) => _compressor.Compress(planes.Y, planes.U, planes.V, 640, 480, quality, jpeg);
    }

    [Fact]
    public void Planes_or_room_too_small_are_refused_before_anything_is_touched()
    {
        var (y, quarter, room) = (new byte[64 * 64], new byte[32 * 32], new byte[JpegCompressor.RoomFor(64, 64)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => _compressor.Compress(y.AsSpan(1), quarter, quarter, 64, 64, 80, room));
        Assert.Throws<ArgumentOutOfRangeException>(() => _compressor.Compress(y, quarter.AsSpan(1), quarter, 64, 64, 80, room));
        Assert.Throws<ArgumentOutOfRangeException>(() => _compressor.Compress(y, quarter, quarter.AsSpan(1), 64, 64, 80, room));
        Assert.Throws<ArgumentOutOfRangeException>(() => _compressor.Compress(y, quarter, quarter, 64, 64, 80, room.AsSpan(1)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_quality_that_does_not_exist_is_refused_by_name(int quality)
    {
        var (y, quarter, room) = (new byte[64 * 64], new byte[32 * 32], new byte[JpegCompressor.RoomFor(64, 64)]);
        var refusal = Assert.Throws<JpegException>(() => _compressor.Compress(y, quarter, quarter, 64, 64, quality, room));
        Assert.StartsWith("compressing 64x64: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_its_end_it_refuses()
    {
        var (y, quarter, room) = (new byte[64 * 64], new byte[32 * 32], new byte[JpegCompressor.RoomFor(64, 64)]);
        _compressor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => _compressor.Compress(y, quarter, quarter, 64, 64, 80, room));
    }

    public void Dispose() => _compressor.Dispose();

    // Smooth, because a JPEG blurs what is not.
    private static void FillWithGradients(GuardedPlanes planes, int width)
    {
        for (var i = 0; i < planes.Y.Length; i++)
        {
            planes.Y[i] = (byte)(128 + (100 * Math.Sin(i % width * 0.05)) + (20 * Math.Cos(i / width * 0.05)));
        }

        for (var i = 0; i < planes.U.Length; i++)
        {
            planes.U[i] = (byte)(128 + (80 * Math.Sin(i % (width / 2) * 0.03)));
            planes.V[i] = (byte)(128 + (80 * Math.Cos(i / (width / 2) * 0.03)));
        }
    }

    private static int LargestDifference(Span<byte> left, Span<byte> right)
    {
        var largest = 0;
        for (var i = 0; i < left.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(left[i] - right[i]));
        }

        return largest;
    }
}
