namespace PiLittleEye.Storage;

/// <summary>A file that is looked at again and again: one system call a look and nothing left for the garbage collector.</summary>
internal sealed class WatchedFile(string path)
{
    private readonly FileInfo _file = new(path);
    private DateTime _seen;

    /// <summary>Whether it was written, made or taken away since <see cref="Remember"/>.</summary>
    public bool IsTouched => WrittenAt() != _seen;

    public void Remember() => _seen = WrittenAt();

    private DateTime WrittenAt()
    {
        _file.Refresh();
        try
        {
            // Only a link costs the long way to what it leads to.
            return (_file.Attributes & FileAttributes.ReparsePoint) == FileAttributes.ReparsePoint
                ? StateFile.WrittenAt(path)
                : _file.LastWriteTimeUtc;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return DateTime.MinValue;
        }
    }
}
