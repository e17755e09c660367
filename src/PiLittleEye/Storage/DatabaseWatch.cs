namespace PiLittleEye.Storage;

/// <summary>
/// Tells that the database was written, by this process or by the command line beside it. Every change goes through SQLite's write-ahead
/// log (https://sqlite.org/wal.html), and from there into the database when the last who has it open closes it, which takes the log away:
/// the date and length of the one, or of the other where there is no log, tell. One look at a file, no SQL, while nothing happens.
/// </summary>
internal sealed class DatabaseWatch(Database database, TimeProvider clock) : BackgroundService
{
    // A stream must end within a second of its right; half of that is left for the stream itself.
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(0.5);

    private readonly FileInfo _database = new(database.Path);
    private readonly FileInfo _log = new($"{database.Path}-wal");
    private (DateTime, long) _seen;
    private bool _isFresh = true;

    /// <summary>
    /// Raised within half a second of a change, never twice at once. A handler that cannot read (<see cref="StorageUnavailableException"/>)
    /// is asked again half a second later.
    /// </summary>
    public event Action? Written;

    /// <summary>Raises <see cref="Written"/> if anything was written since the last look. The first look does.</summary>
    public void Look()
    {
        var now = StateOf(_log) ?? StateOf(_database);
        // A file's date moves in steps of a few milliseconds: whoever wrote right after a look that saw somebody else's change
        // may have left the same date, so that one look more follows each change.
        var (isChanged, wasFresh) = (now != _seen, _isFresh);
        (_seen, _isFresh) = (now ?? default, isChanged);
        if (!isChanged && !wasFresh)
        {
            return;
        }

        try
        {
            Written?.Invoke();
        }
        catch (StorageUnavailableException)
        {
            // Busy or failing; whoever saves something is told of it.
            _isFresh = true;
        }
    }

    private static (DateTime, long)? StateOf(FileInfo file)
    {
        file.Refresh();
        try
        {
            return file.Exists ? (file.LastWriteTimeUtc, file.Length) : null;
        }
        catch (FileNotFoundException)
        {
            // Taken away between the two questions.
            return null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_look, clock);
        do
        {
            Look();
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
