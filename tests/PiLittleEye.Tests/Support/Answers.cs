using System.Net;
using System.Text.Json;

namespace PiLittleEye.Tests.Support;

/// <summary>What tests ask of an answer again and again.</summary>
internal static class Answers
{
    private const string TypePrefix = "urn:pi-little-eye:problem:";

    /// <summary>It is problem+json with this status and stable type, and says something to a person.</summary>
    /// <returns>The detail.</returns>
    public static async Task<string> AssertProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode} instead of {(int)status}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal(TypePrefix + code, problem.RootElement.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        var detail = problem.RootElement.GetProperty("detail").GetString();
        Assert.NotEmpty(detail!);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        return detail!;
    }

    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
