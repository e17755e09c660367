using System.Net;
using PiLittleEye.Audit;
using PiLittleEye.Storage;

namespace PiLittleEye.Keys;

/// <summary>When and from where a key or ticket was used last, to a quarter of an hour.</summary>
internal sealed record LastUse(DateTimeOffset At, string From)
{
    // Each note is a write to the card, and OctoPrint asks for a photo every few seconds. As exact as a session's "last seen".
    private static readonly TimeSpan s_noteEvery = TimeSpan.FromMinutes(15);

    /// <summary>Has a use noted, unless there is a note that is young enough.</summary>
    public static void Note(LastUse? last, DateTimeOffset now, IPAddress? from, Action<LastUse> note)
    {
        // A clock that was put back makes it due too: a use in the future is wrong.
        if (last is not null && last.At <= now && now - last.At < s_noteEvery)
        {
            return;
        }

        try
        {
            note(new LastUse(now, AddressText.Of(from) ?? "unknown"));
        }
        catch (StorageUnavailableException)
        {
            // A full card must not stop whoever watches; the next request tries again.
        }
    }
}
