using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PiLittleEye.Accounts;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class AccessWatchTests : IDisposable
{
    private readonly TemporaryState _state = new();
    private readonly SteppingClock _clock = new();

    [Fact]
    public async Task Another_process_that_changes_access_is_noticed_and_other_writing_is_not()
    {
        var versions = new AccessVersionStore(_state.Database);
        var storage = Options.Create(new PiLittleEye.Storage.StorageOptions { Directory = _state.Directory });
        var setupCode = new SetupCode(storage, new AccountStore(_state.Database, _clock));
        var changes = new AccessChanges();
        var told = 0;
        changes.Changed += () => told++;
        using var database = new PiLittleEye.Storage.DatabaseWatch(_state.Database, _clock);
        var watch = new AccessWatch(versions, changes, setupCode, database);
        await watch.StartAsync(TestContext.Current.CancellationToken);
        database.Look();
        // What was read while the service started may have changed before the first look: that one always tells.
        Assert.Equal(1, told);
        told = 0;
        _state.Execute("INSERT INTO setting (section, json, changed_at) VALUES ('x', '{}', '')");
        database.Look();
        Assert.Equal(0, told);

        var store = new AccountStore(_state.Database, _clock);
        var account = store.AddFirst("Ada", "ada", AccountRole.Administrator, "hash")!;
        database.Look();
        new PasswordStore(_state.Database).Change(account.Id, "other", owes: null);
        database.Look();
        database.Look();

        // Once for the rights of the new account, once for the password.
        Assert.Equal(2, told);
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_factory_reset_before_the_first_look_is_noticed_too()
    {
        var storage = Options.Create(new PiLittleEye.Storage.StorageOptions { Directory = _state.Directory });
        var accounts = new AccountStore(_state.Database, _clock);
        var setupCode = new SetupCode(storage, accounts);
        using var database = new PiLittleEye.Storage.DatabaseWatch(_state.Database, _clock);
        var watch = new AccessWatch(new AccessVersionStore(_state.Database), new AccessChanges(), setupCode, database);
        await watch.StartAsync(TestContext.Current.CancellationToken);
        _ = accounts.AddFirst("Ada", "ada", AccountRole.Administrator, "hash");
        Assert.True(setupCode.IsClaimed);
        _state.Execute("DELETE FROM account");

        database.Look();

        Assert.False(setupCode.IsClaimed);
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_the_command_line_takes_away_ends_a_running_stream()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        await using var viewer = await StreamViewer.OpenAsync(application, token);
        await viewer.NextLiveAsync();

        // As another process does: nothing is told to the running service.
        TemporaryState.Execute(application.Services.GetRequiredService<PiLittleEye.Storage.Database>(), "DELETE FROM session");

        Assert.Equal("signed-out", (await viewer.LastAsync()).State);
    }

    public void Dispose() => _state.Dispose();
}
