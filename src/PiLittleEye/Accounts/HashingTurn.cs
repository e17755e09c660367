namespace PiLittleEye.Accounts;

/// <summary>One place in the line of <see cref="HashingTurns"/>, whose lock guards everything that changes here.</summary>
internal sealed class HashingTurn
{
    private readonly TaskCompletionSource<bool> _begin = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _resume;
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Comes from where this person signed in before, or is signed in.</summary>
    public bool IsKnown { get; init; }

    /// <summary>The right password would let this one in.</summary>
    public bool IsHopeful { get; init; }

    /// <summary>How often that name, and whoever is behind that address, failed until now: more may come while this one waits.</summary>
    public Func<int> Failures { get; init; } = static () => 0;

    /// <summary>Came when not too many waited: a failure is told as one. Else the answer is that too many wait.</summary>
    public bool HasPlace { get; init; }

    public bool HasBegun => _begin.Task.IsCompleted;

    public bool IsDone { get; private set; }

    /// <returns>Whether there is anything to hash.</returns>
    public Task<bool> WhenBegunAsync() => _begin.Task;

    /// <summary>Everybody who came before has been answered.</summary>
    public Task WhenAnsweredAsync() => _answer.Task;

    /// <summary>Somebody went before who is done now.</summary>
    public Task WhenResumedAsync() => _resume?.Task ?? Task.CompletedTask;

    public void Pause() => _resume = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Resume() => _resume?.TrySetResult();

    public void Begin() => _begin.TrySetResult(true);

    public void MarkDone()
    {
        IsDone = true;
        _begin.TrySetResult(false);
    }

    public void Answer() => _answer.TrySetResult();

    public void Cancel(CancellationToken cancellationToken)
    {
        _begin.TrySetCanceled(cancellationToken);
        _answer.TrySetCanceled(cancellationToken);
    }
}
