using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Native.Tests.Support;

/// <summary>Three planes of exactly the size that a header asks for, each amid bytes that nobody may write to.</summary>
internal sealed class GuardedPlanes
{
    private const int Guard = 65_536;
    private const byte Canary = 0xa5;

    private readonly byte[] _memory;
    private readonly int _luma;
    private readonly int _chroma;

    public GuardedPlanes(JpegHeader header)
    {
        var (width, height) = JpegDecompressor.ChromaSize(header);
        (_luma, _chroma) = (header.Width * header.Height, width * height);
        _memory = new byte[_luma + (2 * _chroma) + (4 * Guard)];
        Array.Fill(_memory, Canary);
    }

    public Span<byte> Y => _memory.AsSpan(Guard, _luma);

    public Span<byte> U => _memory.AsSpan(_luma + (2 * Guard), _chroma);

    public Span<byte> V => _memory.AsSpan(_luma + _chroma + (3 * Guard), _chroma);

    public void AssertGuardsIntact()
    {
        int[] guards = [0, _luma + Guard, _luma + _chroma + (2 * Guard), _memory.Length - Guard];
        Assert.All(guards, start => Assert.False(_memory.AsSpan(start, Guard).ContainsAnyExcept(Canary), "written outside a plane"));
    }
}
