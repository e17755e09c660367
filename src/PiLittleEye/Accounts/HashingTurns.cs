namespace PiLittleEye.Accounts;

/// <summary>
/// Whose password is checked next: one at a time, because a check takes a core for a tenth of a second here and half a second on a Pi 3.
/// Who comes from where he signed in before goes first. Of strangers the newest goes first and the oldest is sent away when too many
/// wait: whoever comes behind a burst of guesses does not wait for all of them.
/// </summary>
internal sealed class HashingTurns
{
    /// <summary>Five to ten seconds' work on a Pi 3: nobody waits longer for an answer.</summary>
    public const int MostWaiting = 20;

    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource<bool>> _known = new();
    private readonly LinkedList<TaskCompletionSource<bool>> _strangers = new();
    private bool _isTaken;

    /// <returns>False when sent away; who is let in must <see cref="Leave"/>.</returns>
    public async Task<bool> EnterAsync(bool isKnown, CancellationToken cancellationToken)
    {
        var lane = isKnown ? _known : _strangers;
        TaskCompletionSource<bool> turn;
        lock (_gate)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return true;
            }

            turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            lane.AddLast(turn);
            if (lane.Count >= MostWaiting)
            {
                lane.First!.Value.SetResult(false);
                lane.RemoveFirst();
            }
        }

        using var left = cancellationToken.UnsafeRegister(_ => GiveUp(lane, turn, cancellationToken), state: null);
        return await turn.Task;
    }

    public void Leave()
    {
        lock (_gate)
        {
            var (lane, next) = _known.First is { } known ? (_known, known) : (_strangers, _strangers.Last);
            if (next is null)
            {
                _isTaken = false;
                return;
            }

            lane.Remove(next);
            next.Value.SetResult(true);
        }
    }

    private void GiveUp(LinkedList<TaskCompletionSource<bool>> lane, TaskCompletionSource<bool> turn, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // Who has just been given the turn keeps it, and leaves in the ordinary way.
            if (lane.Remove(turn))
            {
                turn.SetCanceled(cancellationToken);
            }
        }
    }
}
