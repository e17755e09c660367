namespace PiLittleEye.Cameras.Children;

/// <summary>
/// Notices that frames do not end where they should. A pipe of raw frames has no marks: a child that sends another size than agreed only
/// shows by its rhythm. A frame leaves in one go and then comes a pause; when the pauses fall inside our frames, the size is wrong.
/// </summary>
internal sealed class FrameRhythm(double framesPerSecond)
{
    // One frame may be torn by a busy machine; ten in a row are another size.
    private const int Patience = 10;

    private readonly TimeSpan _pause = TimeSpan.FromSeconds(0.5 / framesPerSecond);
    private int _torn;

    /// <param name="longestWait">Longest wait for bytes inside the frame, after its first byte.</param>
    /// <returns>False when the size must be wrong.</returns>
    public bool Accepts(TimeSpan longestWait)
    {
        _torn = longestWait > _pause ? _torn + 1 : 0;
        return _torn < Patience;
    }
}
