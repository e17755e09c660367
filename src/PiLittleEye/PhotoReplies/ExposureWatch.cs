namespace PiLittleEye.PhotoReplies;

/// <summary>
/// Whether a camera that has just started has got used to the light. Told by the size of its pictures, because nobody has to decode them for
/// that: a dark one is small, and it grows until the exposure is found.
/// </summary>
/// <param name="longest">Then it is taken as it is.</param>
internal sealed class ExposureWatch(TimeSpan longest)
{
    // Noise and a moving print change a JPEG by a few hundredths; a step of exposure by more.
    private const double Alike = 0.05;

    // Sensors apply a change one to two frames later, so two alike may both be from before it.
    private const int Needed = 3;

    private DateTimeOffset? _firstAt;
    private int _last;
    private int _alike;

    public bool IsSettledBy(int length, DateTimeOffset capturedAt)
    {
        _firstAt ??= capturedAt;
        _alike = Math.Abs(length - _last) <= _last * Alike ? _alike + 1 : 0;
        _last = length;
        return _alike >= Needed || capturedAt - _firstAt >= longest;
    }
}
