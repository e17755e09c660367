namespace PiLittleEye.Tests.Support;

/// <summary>Repeatable random numbers (SplitMix64): the same seed gives the same test on every machine and runtime.</summary>
internal sealed class Noise(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 up to, but not including, <paramref name="bound"/>.</summary>
    public int Next(int bound) => (int)(NextBits() % (ulong)bound);

    public void Fill(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            value = (byte)NextBits();
        }
    }

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
