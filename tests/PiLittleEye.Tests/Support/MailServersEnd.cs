using PiLittleEye.Tests.Support;

[assembly: AssemblyFixture(typeof(MailServersEnd))]

namespace PiLittleEye.Tests.Support;

/// <summary>Stops the mail servers when the last test has run.</summary>
public sealed class MailServersEnd : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(MailServers.StopAsync());
}
