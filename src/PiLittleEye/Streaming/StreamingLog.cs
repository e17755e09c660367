namespace PiLittleEye.Streaming;

/// <summary>Events 2000 to 2099.</summary>
internal static partial class StreamingLog
{
    [LoggerMessage(2001, LogLevel.Information, "A viewer took nothing for {Waiting} and was cut off")]
    public static partial void ViewerStalled(this ILogger logger, TimeSpan waiting);

    [LoggerMessage(2002, LogLevel.Debug, "A stream of {Camera} ended: {End}")]
    public static partial void StreamEnded(this ILogger logger, string camera, StreamEnd end);
}
