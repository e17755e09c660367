namespace PiLittleEye.Benchmarks.Scenes;

/// <summary>Repeatable random numbers (SplitMix64): every run measures the same pictures.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public int Next(int from, int to) => from + (int)(NextBits() % (ulong)(to - from));

    /// <summary>Between -1 and 1, all equally likely.</summary>
    public float NextEven() => ((NextBits() >> 40) / (float)(1 << 23)) - 1;

    /// <summary>Nearly normal, with a mean of 0 and a deviation of 1: the sum of four even ones.</summary>
    public float NextNormal()
    {
        var bits = NextBits();
        var sum = (int)(bits & 0xFFFF) + (int)((bits >> 16) & 0xFFFF) + (int)((bits >> 32) & 0xFFFF) + (int)(bits >> 48);
        // Four even numbers of deviation 65536/√12 each.
        return (sum - 131_070) / 37_837f;
    }

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
