using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>Claim, sign in, sign out.</summary>
internal static class SessionEndpoints
{
    private const string FormType = "application/x-www-form-urlencoded";

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/claim", ClaimAsync).AllowAnonymous();
        routes.MapPost("/api/v1/session", SignInAsync).AllowAnonymous();
        routes.MapDelete("/api/v1/session", SignOut).RequireAuthorization(Policies.AnySession);
        routes.MapPost("/sign-in", SignInByFormAsync).AllowAnonymous();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ClaimAsync(
        JsonBody<ClaimRequest> body,
        SignIn signIn,
        HttpContext context
    )
    {
        var request = body.Value;
        var result = await signIn.ClaimAsync(
            request.SetupCode,
            request.Name,
            request.Password,
            Visitor.Of(context),
            context.RequestAborted
        );
        return Answer(result, context.Response);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignInAsync(
        JsonBody<SignInRequest> body,
        SignIn signIn,
        HttpContext context
    )
    {
        var request = body.Value;
        var result = await signIn.WithPasswordAsync(
            request.Name,
            request.Password,
            request.Code,
            Visitor.Of(context),
            context.RequestAborted
        );
        return Answer(result, context.Response);
    }

    // For browsers without JavaScript, whose forms know no JSON and no 401: back to the page, which shows the words named after the #.
    private static async Task<Results<StatusCodeHttpResult, ProblemHttpResult>> SignInByFormAsync(SignIn signIn, HttpContext context)
    {
        if (context.Request.GetTypedHeaders().ContentType?.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase) != true)
        {
            return Problem.Of(415, "wrong-content-type", "The request is of another kind", $"Send {FormType}, or JSON to /api/v1/session.");
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return Problem.Of(400, "wrong-form", "The form is wrong", "Send name and password, and nothing else.");
        }

        var result = await signIn.WithPasswordAsync(
            form["name"],
            form["password"],
            form["code"],
            Visitor.Of(context),
            context.RequestAborted
        );
        if (result.Outcome == SignInOutcome.SignedIn)
        {
            SessionCookie.Set(context.Response, result.Token!);
        }

        context.Response.Headers.Location = result.Outcome switch
        {
            SignInOutcome.SignedIn => "/",
            SignInOutcome.Throttled or SignInOutcome.Busy => "/#wait",
            SignInOutcome.SecondFactorNeeded => "/#code",
            _ => "/#failed",
        };
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static NoContent SignOut(HttpContext context, Sessions sessions, SignInTrail trail)
    {
        var caller = context.User.Caller();
        sessions.End(caller.Credential, caller.AccountId ?? 0);
        trail.SignedOut(context, caller.Name);
        SessionCookie.Clear(context.Response);
        return TypedResults.NoContent();
    }

    private static Results<NoContent, ProblemHttpResult> Answer(SignInResult result, HttpResponse response)
    {
        if (result.Outcome == SignInOutcome.SignedIn)
        {
            SessionCookie.Set(response, result.Token!);
            return TypedResults.NoContent();
        }

        var seconds = (int)Math.Ceiling(result.Wait.TotalSeconds);
        if (seconds > 0)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return SignInRefusal.Of(result.Outcome, seconds);
    }
}
