using System.Text;
using FsCheck.Fluent;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Architecture;

public sealed class JsonBodyTests
{
    private const int Bodies = 60;

    [Fact]
    public async Task Whatever_is_sent_as_a_body_is_taken_or_refused_in_words_and_never_breaks_anything()
    {
        var (application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var _ = application;
        var operations = ApiDocument.Operations.Where(operation => operation.Operation["requestBody"] is not null).ToList();
        Assert.NotEmpty(operations);
        var bodies = SomeJson.Bodies(SomeJson.Names(ApiDocument.Shipped["components"]!["schemas"]));
        var client = application.SignedIn();
        foreach (var (method, path, _) in operations)
        {
            foreach (var body in bodies.Sample(Bodies, 20))
            {
                using var request = new HttpRequestMessage(
                    new HttpMethod(method),
                    path.Replace("{id}", path.Contains("cameras", StringComparison.Ordinal) ? "camera" : "999999", StringComparison.Ordinal)
                )
                {
                    Content = new StringContent(body, Encoding.UTF8, "application/json"),
                };
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                var status = (int)answer.StatusCode;
                Assert.True(status is >= 200 and < 300 or >= 400 and < 500 or 503, $"{method} {path} answers {status} to {body}");
                Assert.True(
                    status < 400 || answer.Content.Headers.ContentType?.MediaType == "application/problem+json",
                    $"{method} {path} says nothing to {body}"
                );
            }
        }

        // Event 6003 of the front door: an exception that nobody expected.
        Assert.DoesNotContain(application.Log.Lines, line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }
}
