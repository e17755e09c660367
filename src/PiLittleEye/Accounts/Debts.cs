namespace PiLittleEye.Accounts;

/// <summary>What may be asked of an account before it is let on.</summary>
internal static class Debts
{
    /// <summary>A password of its own: the one it has was chosen by somebody else (KAR-6).</summary>
    public const string Password = "password";

    /// <summary>A second factor, because an administrator asks its role for one.</summary>
    public const string SecondFactor = "second-factor";
}
