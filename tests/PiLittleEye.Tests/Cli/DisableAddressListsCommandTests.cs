using System.Net;
using PiLittleEye.AccessLists;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cli;

// PLE-W1: the documented way back in crashed, and the server did not start.
public sealed class DisableAddressListsCommandTests
{
    private const string Stranger = "203.0.113.9";

    [Fact]
    public async Task A_running_service_notices_within_a_second_or_two()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(lists => lists with { Block = ListedCamera.On("203.0.113.0/24") });
        Assert.Equal(HttpStatusCode.Forbidden, await application.Anonymous().StatusAsync("/", Stranger));

        Assert.Equal(0, await RunAsync(application));

        await Limit.Until(() => !application.Gate().InForce.Block.Enabled, "the block list is off");
        Assert.Equal(HttpStatusCode.OK, await application.Anonymous().StatusAsync("/", Stranger));
    }

    [Fact]
    public async Task A_service_that_does_not_run_starts_with_both_lists_off_and_their_entries_kept()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(lists => lists with { Allow = ListedCamera.On("10.0.0.1"), Block = ListedCamera.On("203.0.113.0/24") });
        await application.StopAsync();

        Assert.Equal(0, await RunAsync(application, "--json"));

        var store = new RuntimeSettingsStore(TemporaryState.DatabaseIn(Directory(application)), new SteppingClock());
        var lists = new RuntimeSettings<AccessListsSettings>(
            store,
            AccessListsSettings.Key,
            AccessListsSettings.Default,
            () => AccessListsJson.Default.AccessListsSettings
        ).Current;
        Assert.Equal((false, false), (lists.Allow.Enabled, lists.Block.Enabled));
        Assert.Equal("10.0.0.1 203.0.113.0/24", $"{Assert.Single(lists.Allow.Entries)} {Assert.Single(lists.Block.Entries)}");
    }

    private static Task<int> RunAsync(PiLittleEyeApplication application, params string[] options) =>
        Program.Main(["disable-address-lists", .. options, $"--Storage:Directory={Directory(application)}"]);

    private static string Directory(PiLittleEyeApplication application) => Path.Combine(application.StateDirectory, "state");
}
