using PiLittleEye.Mail;
using PiLittleEye.Mail.Account;

namespace PiLittleEye.PhotoReplies;

/// <summary>
/// Looks through an open mailbox: what may be a request first, newest first, so that no flood of other mails, and none of old ones, makes
/// somebody wait (PCB-M4, PCB-W13).
/// </summary>
internal sealed class MailboxReader(MailboxPlaceStore places, PhotoSenderStore senders, RequestDesk desk, TimeProvider clock)
{
    // Then it is searched again, and what came in meanwhile comes first.
    private const int MostInRound = 50;

    // Strangers are not answered; some are looked at so that the owner sees why nothing happened.
    private const int MostStrangers = 20;

    // What FindAsync gives at once, and how often that is asked for.
    private const int Page = 500;
    private const int MostPages = 40;

    // OR'ed in one search; servers take a line of 1,000 octets at least, and an address has 254 at most.
    private const int AddressesInSearch = 3;

    // Mails arrive in the order of their numbers, but for those that somebody moved here.
    private const int OldInRow = 3;

    private readonly HashSet<uint> _judged = [];
    private byte[] _place = [];
    private uint _lastUid;

    /// <summary>After each opening of the mailbox.</summary>
    public void Begin(MailAccount account, MailboxOpening opening)
    {
        _place = MailboxPlace.Of(account);
        _lastUid = places.LastUid(_place, opening.UidValidity);
        _judged.Clear();
        _judged.UnionWith(places.Judged(_place));
    }

    /// <summary>Until nothing is left that was not judged.</summary>
    public async Task ReadAsync(IMailbox mailbox, MailAccount account, CancellationToken cancellationToken)
    {
        while (await RoundAsync(mailbox, account, cancellationToken)) { }
    }

    /// <returns>Whether something may be left.</returns>
    private async Task<bool> RoundAsync(IMailbox mailbox, MailAccount account, CancellationToken cancellationToken)
    {
        // A day too much: the server's day may begin elsewhere.
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddDays(-1));
        var everybody = await FindAsync(mailbox, since, [], cancellationToken);
        if (everybody.Count == 0)
        {
            return false;
        }

        var likely = new SortedSet<uint>();
        foreach (var addresses in senders.All().Select(sender => sender.Address).Chunk(AddressesInSearch))
        {
            likely.UnionWith(await FindAsync(mailbox, since, addresses, cancellationToken));
        }

        var newest = everybody[^1];
        var strangers = everybody.Where(uid => !likely.Contains(uid)).TakeLast(MostStrangers).Reverse();
        var toRead = likely.Reverse().Concat(strangers).Where(uid => !_judged.Contains(uid)).ToList();
        var old = 0;
        foreach (var uid in toRead.Take(MostInRound))
        {
            var verdict = await desk.HandleAsync(mailbox, uid, account, cancellationToken);
            Judge(uid, verdict);
            old = verdict == Verdicts.TooOld ? old + 1 : 0;
            if (old >= OldInRow)
            {
                // All that is left came in before these.
                break;
            }
        }

        if (old < OldInRow && toRead.Count > MostInRound)
        {
            return true;
        }

        _lastUid = newest;
        places.Advance(_place, newest);
        _judged.Clear();
        return true;
    }

    // Only what had consequences must be known after a restart; judging the rest again changes nothing.
    private void Judge(uint uid, Verdict? verdict)
    {
        _judged.Add(uid);
        if (verdict is { Kind: not VerdictKind.Ignored })
        {
            places.TryJudge(_place, uid);
        }
    }

    private async Task<List<uint>> FindAsync(IMailbox mailbox, DateOnly since, string[] from, CancellationToken cancellationToken)
    {
        List<uint> found = [];
        for (var page = 0; page < MostPages; page++)
        {
            var some = await mailbox.FindAsync(found.Count == 0 ? _lastUid : found[^1], since, from, cancellationToken);
            found.AddRange(some.Where(uid => uid > _lastUid));
            if (some.Count < Page)
            {
                break;
            }
        }

        return found;
    }
}
