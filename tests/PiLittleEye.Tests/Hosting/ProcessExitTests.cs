using System.Net.Sockets;
using PiLittleEye.Hosting;
using PiLittleEye.Problems;
using PiLittleEye.Settings;

namespace PiLittleEye.Tests.Hosting;

public sealed class ProcessExitTests
{
    [Fact]
    public async Task What_ends_well_ends_with_its_own_code()
    {
        Assert.Equal(0, await ProcessExit.GuardAsync(() => Task.FromResult(0)));
        Assert.Equal(3, await ProcessExit.GuardAsync(() => Task.FromResult(3)));
    }

    [Theory]
    [InlineData(true, 78)]
    [InlineData(false, 1)]
    public async Task A_start_that_fails_says_whether_starting_again_can_help(bool needsPerson, int code) =>
        Assert.Equal(code, await ProcessExit.GuardAsync(() => throw new CannotStartException("Something is missing.", needsPerson)));

    [Fact]
    public async Task Wrong_settings_need_a_person()
    {
        var problem = new SettingsProblem("Https:Port", "x", "use a number");
        Assert.Equal(78, await ProcessExit.GuardAsync(() => throw new SettingsException([problem])));
    }

    [Theory]
    [InlineData(SocketError.AccessDenied)]
    [InlineData(SocketError.AddressNotAvailable)]
    public async Task An_address_that_is_not_ours_needs_a_person(SocketError error) =>
        Assert.Equal(78, await ProcessExit.GuardAsync(() => throw new SocketException((int)error)));

    [Fact]
    public async Task A_mistake_of_ours_is_not_hidden() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => ProcessExit.GuardAsync(() => throw new InvalidOperationException()));
}
