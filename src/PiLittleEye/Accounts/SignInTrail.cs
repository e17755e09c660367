using PiLittleEye.Audit;

namespace PiLittleEye.Accounts;

/// <summary>The one place where this room tells who came in, who went, and who was refused.</summary>
internal sealed class SignInTrail(AuditLog log, AuditTally tally, ILogger<SignIn> logger)
{
    public void Claimed(Account account, Visitor visitor)
    {
        logger.Claimed(account.Name, visitor.ShownAddress);
        log.Write(Entry("claimed", visitor, $"{account.Name} claimed this camera as its first administrator.") with { Who = account.Name });
    }

    public void SignedIn(Account account, Visitor visitor) =>
        log.Write(Entry("signed-in", visitor, $"{account.Name} signed in.") with { Who = account.Name, Subject = visitor.Device });

    public void SignedOut(HttpContext context, string name) => log.Write(AuditEntry.By(context, "signed-out", $"{name} signed out."));

    /// <summary>Whoever has no set-up code and tries to claim is worth a look; guesses are few, because each wrong one makes the next wait.</summary>
    public void ClaimRefused(Visitor visitor)
    {
        logger.ClaimRefused(visitor.ShownAddress);
        Refuse(Entry("claim-refused", visitor, "A claim with a wrong set-up code was refused.") with { IsAlert = true }, visitor);
    }

    /// <param name="account">Whose name it was. What was typed is not written where no such account is: it may be somebody's password.</param>
    /// <param name="visitor">Who tried.</param>
    public void Refused(Account? account, Visitor visitor)
    {
        logger.SignInRefused(visitor.ShownAddress);
        Refuse(Entry("sign-in-refused", visitor, "A sign-in was refused.") with { Subject = account?.Name }, visitor);
    }

    // The first of each minute as it was; the rest is counted, because guesses come by the thousand.
    private void Refuse(AuditEntry entry, Visitor visitor) =>
        tally.Count(entry with { Succeeded = false }, AddressClass.Of(visitor.Address), atOnce: 1);

    private static AuditEntry Entry(string kind, Visitor visitor, string text) => new(kind, text) { From = visitor.ShownAddress };
}
