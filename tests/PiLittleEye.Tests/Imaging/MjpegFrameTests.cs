using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Tests.Imaging;

public sealed class MjpegFrameTests
{
    private const byte Dht = 0xc4;
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20_261_121, 7).WithQuietOnSuccess(true);
    private static readonly byte[] Whole = Encoded(96, 64);

    [Fact]
    public void A_whole_frame_is_taken_as_it_is()
    {
        Assert.True(MjpegFrame.TryRead(Whole, out var frame));
        Assert.Equal((new Resolution(96, 64), Whole.Length, Whole.Length), (frame.Size, frame.Length, frame.CompleteLength));
        Assert.Equal(Whole, Completed(frame, Whole));
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xff)]
    [InlineData(0xd9)]
    public void Padding_behind_the_end_is_cut_off(byte padding)
    {
        var padded = (byte[])[.. Whole, .. Enumerable.Repeat(padding, 500)];

        Assert.True(MjpegFrame.TryRead(padded, out var frame));
        Assert.Equal(Whole, Completed(frame, padded));
    }

    [Fact]
    public void Missing_Huffman_tables_are_put_in_and_the_picture_is_the_same_as_before()
    {
        var bare = WithoutTables(Whole);

        Assert.True(MjpegFrame.TryRead(bare, out var frame));
        var completed = Completed(frame, bare);

        Assert.True(MjpegFrame.TryRead(completed, out var again));
        Assert.Equal(completed.Length, again.CompleteLength);
        Assert.Equal(Decoded(Whole), Decoded(completed));
    }

    [Fact]
    public void The_standard_tables_are_those_that_libjpeg_writes()
    {
        var markers = new JpegMarkers(Whole);
        var tables = new List<byte>();
        while (markers.MoveNext())
        {
            if (markers.Marker == Dht)
            {
                tables.AddRange(markers.Content);
            }
        }

        // Four segments of its own in the same order; ours is one.
        Assert.Equal([0xff, Dht, 0x01, 0xa2, .. tables], StandardHuffmanTables.Segment.ToArray());
    }

    [Fact]
    public void A_frame_cut_short_anywhere_is_refused()
    {
        for (var length = 0; length < Whole.Length; length++)
        {
            Assert.False(MjpegFrame.TryRead(Whole.AsSpan(0, length), out _));
        }
    }

    [Fact]
    public void Bytes_that_look_like_an_end_inside_a_segment_are_not_the_end()
    {
        // A comment that holds an end marker, where a thumbnail would.
        byte[] commented = [.. Whole.AsSpan(0, 2), 0xff, 0xfe, 0x00, 0x04, 0xff, 0xd9, .. Whole.AsSpan(2)];

        Assert.True(MjpegFrame.TryRead(commented, out var frame));
        Assert.Equal(commented.Length, frame.Length);
    }

    [Theory]
    [InlineData(0xc3)] // lossless
    [InlineData(0xc9)] // arithmetic
    [InlineData(0xcf)]
    public void Kinds_that_browsers_do_not_read_are_refused(byte kind)
    {
        var other = Whole.ToArray();
        other[other.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xff, 0xc0]) + 1] = kind;

        Assert.False(MjpegFrame.TryRead(other, out _));
    }

    [Fact]
    public void A_progressive_frame_without_tables_is_refused_because_the_standard_ones_are_not_its()
    {
        var progressive = WithoutTables(Whole);
        progressive[progressive.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xff, 0xc0]) + 1] = 0xc2;

        Assert.False(MjpegFrame.TryRead(progressive, out _));
    }

    [Fact]
    public void Random_bytes_never_throw_and_what_is_taken_lies_within_them() =>
        Prop.ForAll(
                Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().Resize(400).ToArbitrary(),
                bytes => Holds([0xff, 0xd8, .. bytes]) && Holds(bytes)
            )
            .Check(Config);

    [Fact]
    public void A_damaged_frame_never_throws_and_what_is_taken_lies_within_it()
    {
        var damage =
            from places in Gen.Choose(0, Whole.Length - 1).ArrayOf(3)
            from values in Gen.Frequency((3, Gen.Choose(0, 255)), (1, Gen.Constant(0xff))).ArrayOf(3)
            from cut in Gen.Choose(0, Whole.Length)
            from length in Gen.Choose(0, Whole.Length - cut)
            select (places, values, cut, length);
        Prop.ForAll(
                damage.ToArbitrary(),
                hit =>
                {
                    var bytes = Whole.ToArray();
                    for (var i = 0; i < hit.places.Length; i++)
                    {
                        bytes[hit.places[i]] = (byte)hit.values[i];
                    }

                    return Holds(bytes)
                        && Holds(WithoutTables(Whole)[..Math.Min(hit.length, 200)])
                        && Holds([.. bytes.Take(hit.cut), .. bytes.Skip(hit.cut + hit.length)]);
                }
            )
            .Check(Config);
    }

    private static bool Holds(byte[] bytes)
    {
        if (!MjpegFrame.TryRead(bytes, out var frame))
        {
            return true;
        }

        // Room for exactly what it says, so that a byte more would throw.
        var completed = Completed(frame, bytes);
        return frame.Length <= bytes.Length
            && completed.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8])
            && completed.AsSpan().EndsWith((ReadOnlySpan<byte>)[0xff, 0xd9])
            && MjpegFrame.TryRead(completed, out var again)
            && again.CompleteLength == completed.Length;
    }

    private static byte[] Completed(MjpegFrame frame, byte[] bytes)
    {
        var completed = new byte[frame.CompleteLength];
        frame.CopyTo(bytes, completed);
        return completed;
    }

    private static byte[] WithoutTables(byte[] jpeg)
    {
        var bare = new List<byte>(jpeg.AsSpan(0, 2).ToArray());
        var markers = new JpegMarkers(jpeg);
        var (start, isTable) = (2, false);
        while (markers.MoveNext())
        {
            if (!isTable)
            {
                bare.AddRange(jpeg.AsSpan(start..markers.Start));
            }

            (start, isTable) = (markers.Start, markers.Marker == Dht);
        }

        bare.AddRange(jpeg.AsSpan(start));
        return [.. bare];
    }

    private static byte[] Encoded(int width, int height)
    {
        var size = new Resolution(width, height);
        var bytes = new PixelCase(width, height, 0, 4711).Bytes(size.I420Length);
        var picture = new I420Picture(bytes, size);
        using var compressor = new JpegCompressor();
        var jpeg = new byte[JpegCompressor.RoomFor(width, height)];
        return jpeg[..compressor.Compress(picture.Y, picture.U, picture.V, width, height, 80, jpeg)];
    }

    private static byte[] Decoded(byte[] jpeg)
    {
        using var decompressor = new JpegDecompressor();
        var header = decompressor.ReadHeader(jpeg);
        var size = new Resolution(header.Width, header.Height);
        var bytes = new byte[size.I420Length];
        var picture = new I420Picture(bytes, size);
        decompressor.Decompress(jpeg, header, picture.Y, picture.U, picture.V);
        return bytes;
    }
}
