using PiLittleEye.Cameras.V4l2;
using PiLittleEye.Frames;
using PiLittleEye.Native.Turbojpeg;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Tests.Cameras.V4l2;

public sealed class V4l2FrameReaderTests
{
    private const int Width = 80;
    private const int Height = 64;
    private const uint FullRange = 1;
    private const uint LimitedRange = 2;

    // Luma, U and V of a picture of one colour, to be found again whatever the layout.
    private const byte Y = 90;
    private const byte U = 100;
    private const byte V = 170;

    public static TheoryData<string, int> RawFormats =>
        new()
        {
            { "YUYV", 0 },
            { "YUYV", 12 },
            { "UYVY", 0 },
            { "YU12", 0 },
            { "YU12", 16 },
            { "YV12", 16 },
            { "NV12", 0 },
            { "NV12", 16 },
            { "NV21", 16 },
            { "YM12", 0 },
            { "YM12", 16 },
            { "NM12", 16 },
        };

    [Theory]
    [MemberData(nameof(RawFormats))]
    public void Every_layout_gives_the_same_picture_with_and_without_padding(string format, int padding)
    {
        var (planes, memory) = Draw(format, padding);
        using var frame = new RawFrame();

        Assert.Equal(FrameVerdict.Whole, Read(Reader(format, planes), memory, frame));

        Assert.Equal((PixelFormat.I420, new Resolution(Width, Height)), (frame.Format, frame.Size));
        Assert.False(frame.Picture.Y.ContainsAnyExcept(Y));
        Assert.False(frame.Picture.U.ContainsAnyExcept(U));
        Assert.False(frame.Picture.V.ContainsAnyExcept(V));
    }

    [Theory]
    [MemberData(nameof(RawFormats))]
    public void A_frame_that_lacks_its_last_byte_is_short(string format, int padding)
    {
        var (planes, memory) = Draw(format, padding);
        using var frame = new RawFrame();

        for (var plane = 0; plane < memory.Length; plane++)
        {
            // The padding of the last row need not be there; its last sample must.
            var cut = memory.ToArray();
            var spare = format is "YU12" or "YV12" ? padding / 2 : padding;
            cut[plane] = memory[plane][..^(spare + 1)];

            Assert.Equal(FrameVerdict.Short, Read(Reader(format, planes), cut, frame));
        }
    }

    [Fact]
    public void Limited_range_is_expanded_and_full_range_is_not()
    {
        var (planes, memory) = Draw("NV12", 0);
        using var frame = new RawFrame();

        Read(Reader("NV12", planes, LimitedRange), memory, frame);
        Assert.Equal(((90 - 16) * 255) / 219, frame.Picture.Y[0]);

        Read(Reader("NV12", planes, FullRange), memory, frame);
        Assert.Equal(Y, frame.Picture.Y[0]);
    }

    [Theory]
    [InlineData("YUYV", 80)] // rows longer than their stride
    [InlineData("NV12", 1_000_000)] // a stride that would overflow
    [InlineData("NV12", -80)]
    [InlineData("GREY", 80)] // a format that is not read
    public void What_cannot_be_read_is_not_tried(string format, int stride) =>
        Assert.Null(V4l2FrameReader.For(Format(format, [new VideoPlane(stride, 0)], FullRange)));

    [Fact]
    public void Fewer_pieces_of_memory_than_the_layout_has_are_not_tried() =>
        Assert.Null(V4l2FrameReader.For(Format("NM12", [new VideoPlane(Width, Width * Height)], FullRange)));

    [Fact]
    public void Half_pictures_are_not_tried() =>
        Assert.Null(V4l2FrameReader.For(Format("NV12", [new VideoPlane(Width, 0)], FullRange) with { Field = 7 }));

    [Fact]
    public void A_JPEG_comes_through_without_its_padding()
    {
        var jpeg = Jpeg(Width, Height);
        using var frame = new RawFrame();

        Assert.Equal(
            FrameVerdict.Whole,
            Read(
                MjpegReader(),
                [
                    [.. jpeg, 0, 0, 0],
                ],
                frame
            )
        );

        Assert.Equal((PixelFormat.Mjpeg, new Resolution(Width, Height)), (frame.Format, frame.Size));
        Assert.Equal(jpeg, frame.Bytes.ToArray());
    }

    [Fact]
    public void A_JPEG_without_its_end_is_short_and_one_of_another_size_is_wrong()
    {
        using var frame = new RawFrame();

        Assert.Equal(FrameVerdict.Short, Read(MjpegReader(), [Jpeg(Width, Height)[..^2]], frame));
        Assert.Equal(
            FrameVerdict.Short,
            Read(
                MjpegReader(),
                [
                    [],
                ],
                frame
            )
        );
        Assert.Equal(FrameVerdict.WrongSize, Read(MjpegReader(), [Jpeg(Height, Width)], frame));
    }

    private static FrameVerdict Read(V4l2FrameReader reader, byte[][] memory, RawFrame frame) =>
        reader.Read(memory[0], memory.Length > 1 ? memory[1] : [], memory.Length > 2 ? memory[2] : [], frame);

    private static V4l2FrameReader MjpegReader() => Reader("MJPG", [new VideoPlane(0, 100_000)]);

    private static V4l2FrameReader Reader(string format, VideoPlane[] planes, uint quantization = FullRange) =>
        V4l2FrameReader.For(Format(format, planes, quantization))!;

    private static VideoFormat Format(string format, VideoPlane[] planes, uint quantization) =>
        new(
            new FourCc(BitConverter.ToUInt32(System.Text.Encoding.ASCII.GetBytes(format))),
            Width,
            Height,
            [.. planes],
            Field: 1,
            Colorspace: 8,
            quantization
        );

    private static (VideoPlane[] Planes, byte[][] Memory) Draw(string format, int padding)
    {
        var luma = Rows([Y], Width, Height, padding);
        switch (format)
        {
            case "YUYV":
                return One((Width * 2) + padding, Rows([Y, U, Y, V], Width * 2, Height, padding));
            case "UYVY":
                return One((Width * 2) + padding, Rows([U, Y, V, Y], Width * 2, Height, padding));
            case "NV12":
                return One(Width + padding, [.. luma, .. Rows([U, V], Width, Height / 2, padding)]);
            case "NV21":
                return One(Width + padding, [.. luma, .. Rows([V, U], Width, Height / 2, padding)]);
            case "NM12":
                return (
                    [new VideoPlane(Width + padding, 0), new VideoPlane(Width + padding, 0)],
                    [luma, Rows([U, V], Width, Height / 2, padding)]
                );
            case "YM12":
                return (
                    [
                        new VideoPlane(Width + padding, 0),
                        new VideoPlane((Width / 2) + padding, 0),
                        new VideoPlane((Width / 2) + padding, 0),
                    ],
                    [luma, Rows([U], Width / 2, Height / 2, padding), Rows([V], Width / 2, Height / 2, padding)]
                );
            default:
                var (first, second) = format is "YU12" ? (U, V) : (V, U);
                return One(
                    Width + padding,
                    [.. luma, .. Rows([first], Width / 2, Height / 2, padding / 2), .. Rows([second], Width / 2, Height / 2, padding / 2)]
                );
        }
    }

    private static (VideoPlane[] Planes, byte[][] Memory) One(int stride, byte[] memory) =>
        ([new VideoPlane(stride, memory.Length)], [memory]);

    private static byte[] Rows(byte[] pattern, int length, int rows, int padding)
    {
        var bytes = new byte[(length + padding) * rows];
        for (var i = 0; i < bytes.Length; i++)
        {
            var column = i % (length + padding);
            bytes[i] = column < length ? pattern[column % pattern.Length] : (byte)0xee;
        }

        return bytes;
    }

    private static byte[] Jpeg(int width, int height)
    {
        var size = new Resolution(width, height);
        var picture = new I420Picture(new byte[size.I420Length], size);
        using var compressor = new JpegCompressor();
        var jpeg = new byte[JpegCompressor.RoomFor(width, height)];
        return jpeg[..compressor.Compress(picture.Y, picture.U, picture.V, width, height, 80, jpeg)];
    }
}
