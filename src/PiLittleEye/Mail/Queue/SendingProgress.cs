namespace PiLittleEye.Mail.Queue;

/// <summary>What only the running service knows of its sending.</summary>
internal sealed class SendingProgress
{
    private long _sent;

    /// <summary>Mails that a server took since the service started.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Nothing is tried before the owner has changed the account.</summary>
    public bool IsStopped
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }

    public void CountSent() => Interlocked.Increment(ref _sent);
}
