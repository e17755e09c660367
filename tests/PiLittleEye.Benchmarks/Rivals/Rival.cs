using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Rivals;

/// <summary>Another server that gives viewers the same bytes at the same rate over TLS, in one process of its own.</summary>
internal sealed class Rival : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly int _port;
    private readonly string _path;

    private Rival(Process process, int port, string path) => (_process, _port, _path) = (process, port, path);

    /// <summary>nginx, which has the stream as a file and sends it no faster than it would come live.</summary>
    public static async Task<Rival> StartNginxAsync(Workshop workshop, double rate, CancellationToken cancellation)
    {
        var port = FreePort();
        var settings = NginxFiles.Write(workshop, port, rate);
        return await StartAsync(ProgramStart.Of("nginx", "-c", settings), port, $"/{NginxFiles.Stream}", cancellation);
    }

    /// <summary>The limit: <c>limits/fanout.c</c>, epoll and OpenSSL on one thread and nothing else.</summary>
    public static async Task<Rival> StartLimitAsync(Workshop workshop, double rate, CancellationToken cancellation)
    {
        var port = FreePort();
        var program = await workshop.ProgramAsync("fanout", cancellation);
        var (certificate, key) = workshop.CertificatePair();
        string[] words =
        [
            port.ToString(CultureInfo.InvariantCulture),
            rate.ToString(CultureInfo.InvariantCulture),
            workshop.SmallJpeg(),
            certificate,
            key,
        ];
        return await StartAsync(ProgramStart.Of(program, words), port, "/", cancellation);
    }

    public Task<ViewerReport> WatchAsync(Workshop workshop, ViewerPlan plan, CancellationToken cancellation) =>
        Clients.WatchAsync(workshop, _port, _path, cookie: null, _process.Id, plan, cancellation);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static async Task<Rival> StartAsync(ProcessStartInfo start, int port, string path, CancellationToken cancellation)
    {
        var rival = new Rival(Process.Start(start)!, port, path);
        try
        {
            await rival.UntilItListensAsync(cancellation);
            return rival;
        }
        catch
        {
            await rival.DisposeAsync();
            throw;
        }
    }

    private async Task UntilItListensAsync(CancellationToken cancellation)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var knock = new TcpClient();
                await knock.ConnectAsync(IPAddress.Loopback, _port, cancellation);
                return;
            }
            catch (SocketException nobody)
            {
                if (_process.HasExited || TimeProvider.System.GetElapsedTime(begin) > s_patience)
                {
                    throw new CannotMeasureException($"{_process.StartInfo.FileName} does not listen; what it said is above.", nobody);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
            }
        }
    }

    // Neither of them takes "any"; that somebody else gets this port in the meantime is next to impossible.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
