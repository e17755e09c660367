namespace PiLittleEye.Hosting;

/// <summary>One line for <c>systemctl status</c>, as "2 viewers, 14.9 fps". Rooms add their parts.</summary>
internal sealed class StatusLine
{
    private readonly List<Func<string?>> _parts = [];
    private readonly Lock _gate = new();

    public string Text
    {
        get
        {
            lock (_gate)
            {
                return string.Join(", ", _parts.Select(part => part()).OfType<string>());
            }
        }
    }

    /// <param name="part">Null when there is nothing to say.</param>
    public void Add(Func<string?> part)
    {
        lock (_gate)
        {
            _parts.Add(part);
        }
    }
}
