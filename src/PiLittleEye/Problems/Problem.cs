using Microsoft.AspNetCore.Http.HttpResults;

namespace PiLittleEye.Problems;

/// <summary>An error as every route says it: problem+json (RFC 9457) with a type that programs may rely on.</summary>
internal static class Problem
{
    // A URN, because no web page stands behind it and none may be asked for it.
    private const string TypePrefix = "urn:pi-little-eye:problem:";

    /// <param name="status">HTTP status.</param>
    /// <param name="code">Stable, in lower case with hyphens.</param>
    /// <param name="title">What happened, in a few words.</param>
    /// <param name="detail">What it means and what to do.</param>
    public static ProblemHttpResult Of(int status, string code, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: TypePrefix + code);

    /// <summary>Several settings are wrong, each named with a sentence that says value and remedy.</summary>
    public static ValidationProblem OfSettings(Dictionary<string, string[]> problems) =>
        TypedResults.ValidationProblem(
            problems,
            detail: string.Join(' ', problems.Values.SelectMany(sentences => sentences)),
            title: "Some settings are wrong",
            type: TypePrefix + "wrong-settings"
        );
}
