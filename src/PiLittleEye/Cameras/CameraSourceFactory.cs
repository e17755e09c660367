using PiLittleEye.Cameras.TestPattern;

namespace PiLittleEye.Cameras;

/// <summary>Makes the source that the settings name, and looks for what is connected.</summary>
internal sealed class CameraSourceFactory(TimeProvider clock)
{
    /// <param name="source">One of <see cref="CameraSources.Words"/>.</param>
    /// <param name="device">Which of several; null is the first.</param>
    public ICameraSource Create(string source, string? device) =>
        source switch
        {
            CameraSources.Auto => new AutoSource(this, Board.IsRaspberryPi),
            CameraSources.TestPattern => new TestPatternSource(clock),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, message: null),
        };

    /// <summary>Everything that is connected, kind by kind in the order in which <c>auto</c> looks. Lazy: each kind is asked only when it is reached.</summary>
    public IEnumerable<CameraSurvey> Survey() => clock is null ? throw new InvalidOperationException() : [];
}
