namespace PiLittleEye.Health;

/// <summary>How the appliance is doing in one line for <c>systemctl status</c>, as "2 viewers, 14.9 fps". Rooms add their parts.</summary>
internal sealed class StatusLine
{
    private readonly List<(int Place, Func<string?> Part)> _parts = [];
    private readonly Lock _gate = new();

    /// <summary>What there is to say; <c>idle</c> when that is nothing.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                var said = string.Join(", ", _parts.OrderBy(entry => entry.Place).Select(entry => entry.Part()).OfType<string>());
                return said.Length == 0 ? "idle" : said;
            }
        }
    }

    /// <param name="place">Lower ones come first, in whatever order rooms are opened.</param>
    /// <param name="part">Null when there is nothing to say.</param>
    public void Add(int place, Func<string?> part)
    {
        lock (_gate)
        {
            _parts.Add((place, part));
        }
    }
}
