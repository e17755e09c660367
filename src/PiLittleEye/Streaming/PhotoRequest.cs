namespace PiLittleEye.Streaming;

/// <summary>How old a photo may be.</summary>
/// <param name="OldestAcceptable">Age that is still good enough.</param>
/// <param name="MustBeNewer">Captured after the request came in, whatever the age of the one at hand.</param>
internal readonly record struct PhotoRequest(TimeSpan OldestAcceptable, bool MustBeNewer)
{
    // At the default rate the newest frame is never older than a fifteenth of a second; a second covers slow cameras.
    private static readonly TimeSpan s_default = TimeSpan.FromSeconds(1);

    // A day: more is no photo of a print any more.
    private const double MostSeconds = 86_400;

    /// <summary><c>?fresh</c>, <c>?max_age=SECONDS</c>; other keys belong to other programs and are ignored.</summary>
    /// <returns>False when max_age is no number of seconds.</returns>
    public static bool TryRead(IQueryCollection query, out PhotoRequest request)
    {
        var oldest = s_default;
        var isGood = true;
        if (query.TryGetValue("max_age", out var text))
        {
            isGood = QueryNumber.TryRead(text, 0, MostSeconds, out var seconds);
            oldest = isGood ? TimeSpan.FromSeconds(seconds) : s_default;
        }

        request = new PhotoRequest(oldest, query.ContainsKey("fresh"));
        return isGood;
    }
}
