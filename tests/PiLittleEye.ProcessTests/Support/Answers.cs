using System.Net;
using System.Text.Json;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>What tests ask of an answer again and again.</summary>
internal static class Answers
{
    /// <summary>It is problem+json with this status and stable type.</summary>
    /// <returns>What it says to a person.</returns>
    public static async Task<string> AssertProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode} instead of {(int)status}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal($"urn:pi-little-eye:problem:{code}", problem.RootElement.GetProperty("type").GetString());
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        return problem.RootElement.GetProperty("detail").GetString()!;
    }
}
