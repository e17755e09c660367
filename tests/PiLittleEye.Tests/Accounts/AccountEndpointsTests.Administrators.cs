using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

// There is always somebody who can let others in.
public sealed partial class AccountEndpointsTests
{
    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        var me = await _administrator.AccountAsync(PiLittleEyeApplication.Administrator);
        using var demoted = await _administrator.PatchAsJsonAsync($"{Accounts}/{me.Id}", new { role = "viewer" }, Stop);
        await demoted.AssertProblemAsync(HttpStatusCode.Conflict, "last-administrator");

        // With a second one the first may go; then the second is the last.
        var second = _application.SignedInAs(_application.Add("Second", AccountRole.Administrator));
        using var gone = await second.DeleteAsync($"{Accounts}/{me.Id}", Stop);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        var last = await second.AccountAsync("Second");
        using var also = await second.PatchAsJsonAsync($"{Accounts}/{last.Id}", new { role = "viewer" }, Stop);
        await also.AssertProblemAsync(HttpStatusCode.Conflict, "last-administrator");
    }

    [Fact]
    public async Task A_locked_administrator_does_not_count_as_one()
    {
        var locked = _application.Add("Locked", AccountRole.Administrator);
        using var answer = await _administrator.PatchAsJsonAsync($"{Accounts}/{locked.Id}", new { isLocked = true }, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var me = await _administrator.AccountAsync(PiLittleEyeApplication.Administrator);
        using var demoted = await _administrator.PatchAsJsonAsync($"{Accounts}/{me.Id}", new { role = "viewer" }, Stop);
        await demoted.AssertProblemAsync(HttpStatusCode.Conflict, "last-administrator");
    }

    [Fact]
    public async Task Of_two_administrators_who_delete_each_other_at_the_same_moment_one_stays()
    {
        for (var round = 0; round < 5; round++)
        {
            var (a, b) = (
                _application.Add($"A{round}", AccountRole.Administrator),
                _application.Add($"B{round}", AccountRole.Administrator)
            );
            var store = _application.Services.GetRequiredService<AccountStore>();
            var me = await _application.SignedInAs(a).AccountAsync(PiLittleEyeApplication.Administrator);
            _ = store.Change(
                me.Id,
                (before, _) => new AccountChange(before.Name, "ada lovelace", AccountRole.Viewer, null, null, before.Given)
            );
            Together.Run(() => store.Remove(a.Id), () => store.Remove(b.Id));
            Assert.Single(store.List(TimeProvider.System.GetUtcNow()), item => item.Role == "administrator");
            _ = store.Change(
                me.Id,
                (before, _) => new AccountChange(before.Name, "ada lovelace", AccountRole.Administrator, null, null, before.Given)
            );
            foreach (var left in store.List(TimeProvider.System.GetUtcNow()).Where(item => item.Id != me.Id))
            {
                Assert.True(store.Remove(left.Id));
            }
        }
    }

    [Fact]
    public async Task Nobody_locks_or_deletes_the_own_account()
    {
        var me = await _administrator.AccountAsync(PiLittleEyeApplication.Administrator);
        _ = _application.Add("Second", AccountRole.Administrator);
        using var locked = await _administrator.PatchAsJsonAsync($"{Accounts}/{me.Id}", new { isLocked = true }, Stop);
        using var gone = await _administrator.DeleteAsync($"{Accounts}/{me.Id}", Stop);
        using var reset = await _administrator.PutAsJsonAsync($"{Accounts}/{me.Id}/password", new { password = People.Password }, Stop);
        foreach (var answer in new[] { locked, gone, reset })
        {
            await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "own-account");
        }
    }
}
