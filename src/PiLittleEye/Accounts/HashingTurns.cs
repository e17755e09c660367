namespace PiLittleEye.Accounts;

/// <summary>
/// Whose password is checked next: one stranger's at a time, because a check takes a core for a tenth of a second here and half a second on
/// a Pi 3; and beside them one of somebody who comes from where he signed in before, for those must not notice what strangers do.
/// Of strangers those go first whom the right password would let in, the fewest failures before others: a burst of guesses at names that
/// do not exist, or at one that does, keeps nobody waiting who knows his password; what only passes the time pauses for him.
/// So that this does not tell which names exist, failures are answered in the order in which they came, whenever they were checked.
/// </summary>
internal sealed class HashingTurns
{
    /// <summary>Five to ten seconds' work on a Pi 3: nobody waits longer for an answer.</summary>
    public const int MostWaiting = 20;

    private readonly Lock _gate = new();
    private readonly LinkedList<HashingTurn> _known = new();

    // All that are not answered yet, as they came. Not bounded here: each is a request on one of the connections there may be.
    private readonly LinkedList<HashingTurn> _strangers = new();
    private int _places;
    private bool _isKnownChecked;
    private bool _isStrangerChecked;

    // Begun and not done: a hash that lets in nobody, whatever comes of it.
    private HashingTurn? _pastime;
    private bool _isPaused;

    /// <summary>For people from known places, and for new passwords.</summary>
    public HashingTurn JoinKnown()
    {
        lock (_gate)
        {
            var turn = new HashingTurn
            {
                IsKnown = true,
                IsHopeful = true,
                HasPlace = true,
            };
            _known.AddLast(turn);
            if (_known.Count > MostWaiting)
            {
                _known.First!.Value.MarkDone();
                _known.RemoveFirst();
            }

            BeginKnown();
            return turn;
        }
    }

    /// <param name="isHopeful">Whether the right password would let this one in.</param>
    /// <param name="failures">Of that name and from that address until now; asked again and again, and must not ask back.</param>
    public HashingTurn Join(bool isHopeful, Func<int> failures)
    {
        lock (_gate)
        {
            var turn = new HashingTurn
            {
                IsHopeful = isHopeful,
                Failures = failures,
                HasPlace = _places < MostWaiting,
            };
            _strangers.AddLast(turn);
            _places += turn.HasPlace ? 1 : 0;
            if (!turn.HasPlace && !isHopeful)
            {
                turn.MarkDone();
            }

            BeginStranger();
            return turn;
        }
    }

    /// <summary>Asked between two steps of a hash that only passes the time.</summary>
    /// <returns>Whether it is to wait (<see cref="HashingTurn.WhenResumedAsync"/>) for somebody who may come in.</returns>
    public bool MustPause(HashingTurn pastime)
    {
        lock (_gate)
        {
            if (!_isKnownChecked && NextHopeful() is null)
            {
                return false;
            }

            _isPaused = true;
            pastime.Pause();
            BeginStranger();
            return true;
        }
    }

    /// <summary>What was begun is hashed.</summary>
    public void Finish(HashingTurn turn)
    {
        lock (_gate)
        {
            turn.MarkDone();
            if (turn.IsKnown)
            {
                _isKnownChecked = false;
                BeginKnown();
            }
            else
            {
                if (turn == _pastime)
                {
                    _pastime = null;
                }
                else
                {
                    _isStrangerChecked = false;
                }

                AnswerInOrder();
            }

            BeginStranger();
        }
    }

    /// <summary>Answered out of order (whoever is let in), or nobody waits for the answer any more.</summary>
    public void Leave(HashingTurn turn, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!turn.HasBegun && _known.Remove(turn))
            {
                turn.Cancel(cancellationToken);
            }
            else if ((!turn.HasBegun || turn.IsDone) && _strangers.Remove(turn))
            {
                _places -= turn.HasPlace ? 1 : 0;
                turn.Cancel(cancellationToken);
                AnswerInOrder();
            }
        }
    }

    private void BeginKnown()
    {
        if (!_isKnownChecked && _known.First?.Value is { } next)
        {
            _known.RemoveFirst();
            _isKnownChecked = true;
            next.Begin();
        }
    }

    private void BeginStranger()
    {
        if (_isStrangerChecked || (_pastime is not null && !_isPaused))
        {
            return;
        }

        if (NextHopeful() is { } hopeful)
        {
            if (!hopeful.HasPlace)
            {
                // In place of a hash that only passes the time, so that nobody who waits can count one more.
                Waiting().LastOrDefault(turn => !turn.IsHopeful)?.MarkDone();
            }

            _isStrangerChecked = true;
            hopeful.Begin();
        }
        else if (_pastime is not null)
        {
            if (!_isKnownChecked)
            {
                _isPaused = false;
                _pastime.Resume();
            }
        }
        else if (Waiting().FirstOrDefault() is { } first)
        {
            _pastime = first;
            first.Begin();
        }
    }

    private IEnumerable<HashingTurn> Waiting() => _strangers.Where(turn => !turn.HasBegun);

    private HashingTurn? NextHopeful() => Waiting().Where(turn => turn.IsHopeful).MinBy(turn => turn.Failures());

    private void AnswerInOrder()
    {
        while (_strangers.First?.Value is { IsDone: true } first)
        {
            _strangers.RemoveFirst();
            _places -= first.HasPlace ? 1 : 0;
            first.Answer();
        }
    }
}
