using System.Net;

namespace PiLittleEye.Rights;

/// <summary>Who a request comes from and what that may do, as it was when it was asked; <see cref="Standing"/> tells what is left of it.</summary>
/// <param name="Kind">By what it was recognised.</param>
/// <param name="Credential">The session, key or ticket itself, never its secret: unique within the kind. What was opened under it ends with it.</param>
/// <param name="Name">For people: of the account, the key, the ticket.</param>
/// <param name="Grants">On which cameras what.</param>
internal sealed record Caller(CallerKind Kind, string Credential, string Name, Grants Grants)
{
    /// <summary>Of the account, or of the one that made the key or ticket.</summary>
    public long? AccountId { get; init; }

    /// <summary>May do everything, also what is about no camera.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>When a password was last asked for and right; null where there is none to ask for.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>When this stops by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>May do nothing until this account has done what is asked of it: a new password, a second factor.</summary>
    public string? Owes { get; init; }

    /// <summary>Where it asks from, through whatever trusted proxies. What lasts ends when that address may not come any more.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>May see one page and no more: a wall display.</summary>
    public bool IsKiosk { get; init; }

    /// <summary>Came with a key or ticket in the address, where histories and other sites' pages have it: good for pictures and nothing else.</summary>
    public bool IsFromAddress { get; init; }
}
