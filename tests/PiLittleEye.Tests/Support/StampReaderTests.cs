using PiLittleEye.Frames;
using PiLittleEye.Lettering;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Tests.Support;

public sealed class StampReaderTests : IDisposable
{
    private const int Rounds = 40;
    private const int WorstQuality = 50;

    private readonly Stamp _stamp = new();
    private readonly Noise _noise = new(7);
    private readonly JpegCompressor _compressor = new();
    private readonly JpegDecompressor _decompressor = new();

    public static TheoryData<string> Backgrounds => ["noise", "checks", "digits", "white", "grey", "black"];

    [Theory]
    [MemberData(nameof(Backgrounds))]
    public void A_moment_is_read_to_the_second_from_a_coarse_JPEG(string background)
    {
        Resolution[] pictures = [new(320, 240), new(640, 480), new(480, 640)];
        for (var round = 0; round < Rounds; round++)
        {
            var picture = pictures[_noise.Next(pictures.Length)];
            var size = (StampSize)_noise.Next(3);
            var corner = (StampCorner)_noise.Next(4);
            var memory = new byte[picture.I420Length];
            Paint(memory.AsSpan(0, picture.Pixels), picture, background);
            var text = $"20{Two(100)}-{Two(13)}-{Two(32)} {Two(24)}:{Two(60)}:{Two(60)}";

            _stamp.Draw(new I420Picture(memory, picture), text, size, corner);
            var decoded = Through(WorstQuality, new I420Picture(memory, picture));

            Assert.Equal(text, StampReader.Read(decoded, picture, size, corner, text.Length));
        }
    }

    public void Dispose()
    {
        _compressor.Dispose();
        _decompressor.Dispose();
    }

    private string Two(int bound) => $"{_noise.Next(bound):00}";

    private void Paint(Span<byte> luma, Resolution picture, string background)
    {
        switch (background)
        {
            case "noise":
                _noise.Fill(luma);
                break;
            case "checks":
                var side = 2 + _noise.Next(6);
                for (var i = 0; i < luma.Length; i++)
                {
                    luma[i] = (((i % picture.Width / side) + (i / picture.Width / side)) & 1) == 0 ? GlyphAtlas.Fill : GlyphAtlas.Outline;
                }

                break;
            case "digits":
                PaintDigits(luma, picture);
                break;
            default:
                luma.Fill(
                    background switch
                    {
                        "white" => 255,
                        "grey" => 128,
                        _ => 0,
                    }
                );
                break;
        }
    }

    // Other stamps, out of step with the one to read.
    private void PaintDigits(Span<byte> luma, Resolution picture)
    {
        var atlas = new GlyphAtlas(14 + (2 * _noise.Next(8)));
        var strip = new TextStrip();
        var canvas = new byte[picture.I420Length];
        var codes = new byte[80];
        for (var y = -6; y < picture.Height; y += 12)
        {
            foreach (ref var code in codes.AsSpan())
            {
                code = (byte)StampReader.Moments[_noise.Next(StampReader.Moments.Length)];
            }

            strip.Compose(atlas, codes);
            strip.DrawOn(new I420Picture(canvas, picture), -2 * _noise.Next(8), y);
        }

        canvas.AsSpan(0, luma.Length).CopyTo(luma);
    }

    private byte[] Through(int quality, I420Picture picture)
    {
        var (width, height) = picture.Size;
        var jpeg = new byte[JpegCompressor.RoomFor(width, height)];
        var length = _compressor.Compress(picture.Y, picture.U, picture.V, width, height, quality, jpeg);
        var decoded = new byte[picture.Size.I420Length];
        var target = new I420Picture(decoded, picture.Size);
        _decompressor.Decompress(
            jpeg.AsSpan(0, length),
            new JpegHeader(width, height, ChromaSubsampling.Quarter420),
            target.Y,
            target.U,
            target.V
        );
        return decoded;
    }
}
