namespace PiLittleEye.Mail.OAuth;

/// <param name="State"><c>none</c>, <c>waiting</c>, <c>granted</c>, <c>refused</c> or <c>expired</c>.</param>
/// <param name="Message">What it means and what to do.</param>
internal sealed record SignInResponse(string State, string Message)
{
    public static readonly SignInResponse None = new("none", "Nobody is signing in.");
}
