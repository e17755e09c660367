using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;
using PiLittleEye.Web;

namespace PiLittleEye.Tests.Web;

public sealed partial class ProblemPagesTests
{
    [Fact]
    public async Task A_mistake_of_ours_is_said_without_details_and_logged_with_them()
    {
        using var log = new CollectedLog();
        var (status, text) = await AnswerAsync(log, new InvalidOperationException("a secret path"));
        Assert.Equal(500, status);
        Assert.Contains("urn:pi-little-eye:problem:failed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Contains(
            log.Lines,
            line => line.Level == LogLevel.Error && line.Message.Contains("a secret path", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_full_card_is_said_to_be_one()
    {
        using var log = new CollectedLog();
        var (status, text) = await AnswerAsync(log, new StorageUnavailableException("The card is full.", new IOException()));
        Assert.Equal(507, status);
        Assert.Contains("The card is full.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_is_no_failure()
    {
        using var log = new CollectedLog();
        await Assert.ThrowsAsync<OperationCanceledException>(() => AnswerAsync(log, new OperationCanceledException(), hasLeft: true));
        Assert.DoesNotContain(log.Lines, line => line.Level >= LogLevel.Warning);
    }

    private static async Task<(int Status, string Text)> AnswerAsync(CollectedLog log, Exception failure, bool hasLeft = false)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log)).BuildServiceProvider();
        await using var itsEnd = services;
        var app = new ApplicationBuilder(services);
        app.UseProblemPages();
        app.Run(_ => throw failure);
        var context = new DefaultHttpContext { RequestServices = services, RequestAborted = new CancellationToken(hasLeft) };
        var body = new MemoryStream();
        context.Response.Body = body;
        await app.Build()(context);
        return (context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
