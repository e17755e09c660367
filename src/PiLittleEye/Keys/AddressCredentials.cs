using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>
/// <c>?appkey=…&amp;secret=…</c> and <c>?ticket=…</c>, for what takes an address and nothing else: an <c>&lt;img&gt;</c>, OctoPrint, old
/// players. Pictures are all they open (<see cref="Policies.Picture"/>).
/// </summary>
internal sealed class AddressCredentials(KeyRing keys, Tickets tickets, WrongKeys wrong) : ICredentialReader
{
    private const string Ticket = "ticket";
    private const string Key = "appkey";
    private const string Secret = "secret";

    public CredentialPlace Place => CredentialPlace.Address;

    /// <summary>Whether a key or ticket stands in the address, right or wrong: then the answer is kept nowhere that could tell it.</summary>
    public static bool AreIn(HttpRequest request) => request.Query.ContainsKey(Ticket) || request.Query.ContainsKey(Key);

    public Credential Read(HttpContext context)
    {
        var query = context.Request.Query;
        var from = context.Connection.RemoteIpAddress;
        if (query.TryGetValue(Ticket, out var ticket))
        {
            // Exactly one: of two nobody could say which counts.
            return ticket is [{ } token] && tickets.Recognise(token, from) is { } caller
                ? Credential.Of(caller)
                : wrong.Refuse(context, KeyRefusals.WrongTicket());
        }

        if (query.TryGetValue(Key, out var key))
        {
            return
                key is [{ } name]
                && query[Secret] is [{ } secret]
                && keys.Recognise(new KeyPair(name, secret), from, isInAddress: true) is { } caller
                ? Credential.Of(caller)
                : wrong.Refuse(context, KeyRefusals.WrongKey());
        }

        return Credential.None;
    }
}
