using System.Net.Sockets;
using PiLittleEye.Hosting;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Hosting;

[Collection(SharedEnvironment.Name)]
public sealed class SystemdSocketTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("@pi-little-eye-tests/notify", true)]
    [InlineData("/run/systemd/notify", true)]
    public void Systemd_asks_by_naming_a_socket(string? path, bool isAsked)
    {
        using var notify = new EnvironmentVariable("NOTIFY_SOCKET", path);
        Assert.Equal(isAsked, SystemdSocket.FromEnvironment().IsAsked);
    }

    [Theory]
    [InlineData("30000000", 30.0)]
    [InlineData("1500", 0.0015)]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("99999999999999999999", null)]
    public void How_often_is_told_in_microseconds(string? text, double? seconds)
    {
        using var watchdog = new EnvironmentVariable("WATCHDOG_USEC", text);
        Assert.Equal(seconds, SystemdSocket.FromEnvironment().Watchdog?.TotalSeconds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_message_is_one_datagram(bool isAbstract)
    {
        using var systemd = new NotifySocket(isAbstract);
        var socket = new SystemdSocket(systemd.Path, watchdog: null);
        socket.Send("READY=1");
        socket.Send("STATUS=é\nWATCHDOG=1");
        Assert.Equal("READY=1", systemd.Receive());
        Assert.Equal("STATUS=é\nWATCHDOG=1", systemd.Receive());
    }

    [Fact]
    public void Without_systemd_nothing_is_sent() => new SystemdSocket(path: null, watchdog: null).Send("READY=1");

    [Fact]
    public void A_socket_on_which_nobody_listens_any_more_is_told()
    {
        var systemd = new NotifySocket(isAbstract: true);
        systemd.Dispose();
        Assert.Throws<SocketException>(() => new SystemdSocket(systemd.Path, watchdog: null).Send("READY=1"));
    }
}
