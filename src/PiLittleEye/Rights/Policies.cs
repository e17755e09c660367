namespace PiLittleEye.Rights;

/// <summary>Names of the authorisation policies that endpoints ask for. What asks for none needs a caller without debts all the same.</summary>
/// <remarks>Fields, not constants: the architecture test sees who uses them.</remarks>
internal static class Policies
{
    /// <summary>Anybody who was let in; the endpoint itself looks at the rights on the camera it is about.</summary>
    public static readonly string Caller = "caller";

    /// <summary>The same, and those whose key or ticket stands in the address: for pictures, which are all that such a one opens.</summary>
    public static readonly string Picture = "picture";

    /// <summary>A person's session, even one that owes a new password: to pay that debt, to sign out.</summary>
    public static readonly string AnySession = "any-session";

    /// <summary>The same, and whoever watches from a home network without signing in: to ask who one is.</summary>
    public static readonly string Visitor = "visitor";

    /// <summary>A person's session; keys and tickets have no business here.</summary>
    public static readonly string Session = "session";

    /// <summary>A person's session whose password was proved in the last ten minutes.</summary>
    public static readonly string RecentProof = "recent-proof";

    /// <summary>The same, also for whoever owes a second factor: to set it up.</summary>
    public static readonly string OwingProof = "owing-proof";

    /// <summary>May see what is about everybody.</summary>
    public static readonly string Administrator = "administrator";

    /// <summary>The same, with a password proved in the last ten minutes: for what changes who may come in.</summary>
    public static readonly string RecentAdministrator = "recent-administrator";
}
