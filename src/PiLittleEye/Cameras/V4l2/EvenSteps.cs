namespace PiLittleEye.Cameras.V4l2;

/// <summary>The even numbers among those from a smallest to a largest in steps: widths or heights that I420 can have.</summary>
internal readonly record struct EvenSteps
{
    private readonly int _first;
    private readonly int _last;
    private readonly int _step;

    public EvenSteps(int min, int max, int step)
    {
        step = Math.Max(step, 1);
        var isOddStep = (step & 1) != 0;
        IsEmpty = (min & 1) != 0 && !isOddStep;
        _first = (min & 1) == 0 ? min : min + step;
        _step = isOddStep ? step * 2 : step;
        IsEmpty |= min < 0 || _first > max;
        _last = IsEmpty ? _first : _first + ((max - _first) / _step * _step);
    }

    public bool IsEmpty { get; }

    /// <summary>The smallest that is at least <paramref name="value"/>, or the largest there is.</summary>
    public int NotBelow(double value) => At(Math.Ceiling((value - _first) / _step));

    /// <summary>The largest that is at most <paramref name="value"/>, or the smallest there is.</summary>
    public int NotAbove(double value) => At(Math.Floor((value - _first) / _step));

    private int At(double steps) => _first + ((int)Math.Clamp(steps, 0, (_last - _first) / _step) * _step);
}
