namespace PiLittleEye.Accounts;

/// <summary>Names of the authorisation policies that endpoints ask for. What asks for none needs a session all the same.</summary>
/// <remarks>Fields, not constants: the architecture test sees who uses them.</remarks>
internal static class AccountPolicies
{
    /// <summary>May look at pictures. Everybody who is signed in, until rights per camera come.</summary>
    public static readonly string Watch = "watch";

    /// <summary>May change what a camera does.</summary>
    public static readonly string Administrator = "administrator";
}
