using System.Collections.Concurrent;

namespace PiLittleEye.Accounts;

/// <summary>
/// Wrong passwords that are still to be counted. Not written while the answer waits: writing takes time only where the account exists,
/// and that would tell which names do.
/// </summary>
internal sealed class FailedSignIns
{
    // No more than these are hashed between two writings by far; each is a few bytes.
    private const int Most = 1000;

    private readonly ConcurrentQueue<FailedSignIn> _waiting = new();

    /// <summary>Raised when there is one more.</summary>
    public event Action? Added;

    public void Add(FailedSignIn failure)
    {
        if (_waiting.Count < Most)
        {
            _waiting.Enqueue(failure);
            Added?.Invoke();
        }
    }

    public IReadOnlyList<FailedSignIn> TakeAll()
    {
        var taken = new List<FailedSignIn>();
        while (_waiting.TryDequeue(out var failure))
        {
            taken.Add(failure);
        }

        return taken;
    }
}
