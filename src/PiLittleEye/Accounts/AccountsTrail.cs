using PiLittleEye.Audit;

namespace PiLittleEye.Accounts;

/// <summary>The one place where this room tells who did what to whose account.</summary>
internal sealed class AccountsTrail(AuditLog audit)
{
    /// <summary>On the card before whoever did it is answered.</summary>
    /// <param name="kind">Stable, in lower case with hyphens.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="subject">The account it was done to.</param>
    /// <param name="text">For people.</param>
    public Task SaveAsync(string kind, Actor actor, string subject, string text) => audit.SaveAsync(Entry(kind, actor, subject, text));

    /// <summary>Soon on the card: for what happens often.</summary>
    public void Write(string kind, Actor actor, string subject, string text) => audit.Write(Entry(kind, actor, subject, text));

    private static AuditEntry Entry(string kind, Actor actor, string subject, string text) =>
        new(kind, text)
        {
            Who = actor.Name,
            From = actor.Address,
            Subject = subject,
        };
}
