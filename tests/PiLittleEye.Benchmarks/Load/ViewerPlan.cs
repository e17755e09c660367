namespace PiLittleEye.Benchmarks.Load;

/// <summary>Who watches, and for how long.</summary>
internal sealed record ViewerPlan
{
    /// <summary>Read everything at once.</summary>
    public int Live { get; init; }

    /// <summary>Ask for the stream and then never read.</summary>
    public int Stalled { get; init; }

    /// <summary>Read <see cref="SlowRate"/> bytes a second.</summary>
    public int Slow { get; init; }

    public int SlowRate { get; init; } = 200_000;

    /// <summary>Before measuring: at 15 frames a second the runtime compiles its hot code for about eight seconds.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(8);

    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(8);
}
