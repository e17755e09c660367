using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Health;
using PiLittleEye.Streaming;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed class ViewersWorkerTests
{
    [Fact]
    public async Task The_status_line_counts_those_who_look()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        var status = application.Services.GetRequiredService<StatusLine>();
        var viewers = application.Services.GetRequiredService<Viewers>();
        Assert.Equal("idle", status.Text);

        await using var first = await StreamViewer.OpenAsync(application, token);
        await first.NextAsync();
        Assert.StartsWith("1 viewer, ", status.Text, StringComparison.Ordinal);

        var second = await StreamViewer.OpenAsync(application, token);
        await second.NextAsync();
        Assert.StartsWith("2 viewers, ", status.Text, StringComparison.Ordinal);

        await second.DisposeAsync();
        await Limit.Until(() => viewers.Count == 1, "one less");
        Assert.StartsWith("1 viewer, ", status.Text, StringComparison.Ordinal);
    }
}
