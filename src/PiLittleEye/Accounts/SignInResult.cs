namespace PiLittleEye.Accounts;

/// <summary>How a claim or a sign-in ended.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="Token">For the cookie, when signed in.</param>
/// <param name="Wait">How long until the next try, when throttled or busy.</param>
internal sealed record SignInResult(SignInOutcome Outcome, string? Token = null, TimeSpan Wait = default);
