namespace PiLittleEye.Mail.Trial;

/// <summary>Where the walk writes down how far it is, and the page looks. One walk writes; whoever looks sees whole steps.</summary>
internal sealed class TrialBoard(string? provider, TimeProvider clock)
{
    // Replaced as a whole by the one walk that writes; volatile, because another thread looks.
    private volatile IReadOnlyList<TrialStep> _steps = TrialSteps.Fresh;

    private string _current = TrialSteps.Dns;
    private long _enteredAt;

    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();

    public IReadOnlyList<TrialStep> Steps => _steps;

    public TrialStep? FirstFailed => _steps.FirstOrDefault(step => step.State == TrialStepState.Failed);

    /// <summary>Does one step and writes down what comes of it.</summary>
    /// <returns>Null when it failed.</returns>
    public async Task<T?> TryAsync<T>(string id, Func<Task<(T Result, string Detail)>> step)
        where T : class
    {
        Enter(id);
        try
        {
            var (result, detail) = await step();
            Pass(detail);
            return result;
        }
        catch (MailException failure)
        {
            Fail(failure);
            return null;
        }
    }

    public void Enter(string id)
    {
        (_current, _enteredAt) = (id, clock.GetTimestamp());
        Set(id, step => step with { State = TrialStepState.Running });
    }

    public void Pass(string detail) =>
        Set(_current, step => step with { State = TrialStepState.Passed, Detail = detail, Milliseconds = Took() });

    public void Fail(MailException failure) =>
        Set(
            _current,
            step =>
                step with
                {
                    State = TrialStepState.Failed,
                    Detail = failure.Message,
                    Remedy = TrialRemedies.Of(step.Id, failure.Code, provider),
                    Milliseconds = Took(),
                }
        );

    public void Skip(string id, string why) => Set(id, one => one with { State = TrialStepState.Skipped, Detail = why });

    /// <summary>What is still waiting is not tried any more.</summary>
    public void SkipRest(string why, params string[] ids)
    {
        foreach (var step in _steps.Where(step => ids.Contains(step.Id, StringComparer.Ordinal) && step.State == TrialStepState.Waiting))
        {
            Skip(step.Id, why);
        }
    }

    /// <summary>The test was ended in the middle.</summary>
    public void Stop()
    {
        foreach (var step in _steps.Where(step => step.State is TrialStepState.Waiting or TrialStepState.Running))
        {
            Skip(step.Id, "The test was ended.");
        }
    }

    private void Set(string id, Func<TrialStep, TrialStep> change) =>
        _steps = [.. _steps.Select(step => step.Id == id ? change(step) : step)];

    private long Took() => (long)clock.GetElapsedTime(_enteredAt).TotalMilliseconds;
}
