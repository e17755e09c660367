using System.Diagnostics;

namespace PiLittleEye.Tests.Support;

/// <summary>The end of a test's patience: something that never happens fails by name instead of hanging the run.</summary>
internal static class Limit
{
    // Never reached when all is well; long enough for a machine that compiles something else at the same time.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static async Task On(Task happening, string what)
    {
        try
        {
            await happening.WaitAsync(s_patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"This never happened: {what}", late);
        }
    }

    public static async Task<T> On<T>(Task<T> happening, string what)
    {
        await On((Task)happening, what);
        return await happening;
    }

    /// <summary>For what nobody tells: asks again and again until it is so.</summary>
    public static async Task Until(Func<bool> condition, string what)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(startedAt) < s_patience, $"This never happened: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }
}
