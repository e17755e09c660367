namespace PiLittleEye.Accounts;

/// <summary>Events 3000 to 3099.</summary>
internal static partial class AccountsLog
{
    [LoggerMessage(3001, LogLevel.Information, "{Name} claimed this camera as its first administrator, from {From}")]
    public static partial void Claimed(this ILogger logger, string name, string from);

    [LoggerMessage(3002, LogLevel.Warning, "A claim with a wrong set-up code was refused, from {From}")]
    public static partial void ClaimRefused(this ILogger logger, string from);

    [LoggerMessage(3003, LogLevel.Warning, "A sign-in was refused, from {From}")]
    public static partial void SignInRefused(this ILogger logger, string from);

    [LoggerMessage(3004, LogLevel.Warning, "Failed attempts are not kept for the next start: {Reason}")]
    public static partial void AttemptsNotSaved(this ILogger logger, string reason);
}
