using System.Diagnostics;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>The end of a test's patience: what never happens fails by name instead of hanging the run.</summary>
internal static class Limit
{
    // Never reached when all is well; long enough for a machine that compiles something else at the same time.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    public static async Task<T> On<T>(Task<T> happening, string what)
    {
        try
        {
            return await happening.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"This never happened: {what}", late);
        }
    }

    /// <summary>Asks again and again until the answer is what is waited for.</summary>
    public static async Task<T> Until<T>(Func<Task<T>> ask, Func<T, bool> isIt, string what)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (isIt(answer))
            {
                return answer;
            }

            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"This never happened: {what}. The last answer was: {answer}");
            }

            await Task.Delay(s_pause, TimeProvider.System);
        }
    }
}
