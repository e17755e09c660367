using Microsoft.AspNetCore.Http.HttpResults;

namespace PiLittleEye.Cli;

/// <summary>How a verb about an account went.</summary>
/// <param name="AccountId">Which is told of as JSON; null when it is gone.</param>
/// <param name="Text">For people.</param>
/// <param name="Refusal">Why nothing was done.</param>
internal sealed record AccountAnswer(long? AccountId, string Text, string? Refusal)
{
    public static readonly AccountAnswer Mismatch = new(AccountId: null, string.Empty, "The two passwords differ. Nothing was changed.");

    public static readonly AccountAnswer NoAdministrator = new(
        AccountId: null,
        string.Empty,
        "Nobody administrates this camera yet. Claim it on its page, or begin with an account of --role administrator."
    );

    public static AccountAnswer Of(ProblemHttpResult refusal) =>
        new(AccountId: null, string.Empty, $"{refusal.ProblemDetails.Title}. {refusal.ProblemDetails.Detail}");

    public static AccountAnswer Nobody(string name) =>
        new(AccountId: null, string.Empty, $"There is no account \"{name}\". pi-little-eye account list shows those there are.");
}
