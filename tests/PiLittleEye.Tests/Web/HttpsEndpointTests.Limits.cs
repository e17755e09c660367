using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Web;

public sealed partial class HttpsEndpointTests
{
    // Ten seconds for TLS, fifteen for the headers, five for a body that stands still, and time for a busy machine.
    private static readonly TimeSpan s_dawdling = TimeSpan.FromSeconds(50);

    [Theory]
    [InlineData("X-Large", 17 * 1024)]
    [InlineData("Cookie", 40 * 1024)]
    public async Task Headers_of_more_than_16_KB_are_refused(string header, int length)
    {
        await using var connection = await RawConnection.OpenAsync(camera.Application);
        await connection.SendAsync($"GET / HTTP/1.1\r\nHost: camera\r\n{header}: {new string('x', length)}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 431 ", await connection.ReadHeadAsync(), StringComparison.Ordinal);
        await connection.DrainAsync();
    }

    [Fact]
    public async Task An_address_without_end_is_refused()
    {
        await using var connection = await RawConnection.OpenAsync(camera.Application);
        await connection.SendAsync($"GET /{new string('a', 9 * 1024)} HTTP/1.1\r\nHost: camera\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 414 ", await connection.ReadHeadAsync(), StringComparison.Ordinal);
        await connection.DrainAsync();
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\nHost: a\r\n\r\n")]
    [InlineData("\0\0\0\0\r\n\r\n")]
    public async Task What_is_no_clear_request_is_ended(string text)
    {
        await using var connection = await RawConnection.OpenAsync(camera.Application);
        await connection.SendAsync(text);
        var head = await connection.ReadHeadAsync();
        Assert.Matches("^HTTP/1.1 (400|401|415|505) ", head);
        await connection.DrainAsync();
    }

    [Fact]
    public async Task Whoever_dawdles_is_shut_out()
    {
        using var silent = await FirstBytes.SendAsync(camera.Application);
        await using var headers = await RawConnection.OpenAsync(camera.Application);
        await headers.SendAsync("GET / HTTP/1.1\r\nHost: camera\r\nX-Slow: ");
        await using var body = await RawConnection.OpenAsync(camera.Application);
        await body.SendAsync(
            "POST /api/v1/session HTTP/1.1\r\nHost: camera\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"
        );
        var ends = Task.WhenAll(silent.EndAsync(), headers.EndAsync(), body.EndAsync());
        await ends.WaitAsync(s_dawdling, TestContext.Current.CancellationToken);
        Assert.True(ends.IsCompletedSuccessfully);
    }

    [Fact]
    public void Whoever_takes_an_answer_drop_by_drop_is_shut_out_by_the_server()
    {
        // To see it happen takes a minute: the server allows the whole time that 64 KB may take.
        var least = camera.Application.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MinResponseDataRate;
        Assert.Equal((2048, TimeSpan.FromSeconds(5)), (least?.BytesPerSecond, least?.GracePeriod));
    }

    [Fact]
    public void No_more_than_a_thousand_connections_are_open() =>
        Assert.Equal(
            1000,
            camera.Application.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxConcurrentConnections
        );

    [Fact]
    public async Task The_two_hundred_and_first_connection_from_one_address_is_not_taken_and_others_are()
    {
        await using var application = await PiLittleEyeApplication.StartAsync();
        var flood = new List<Socket>();
        try
        {
            for (var i = 0; i < 201; i++)
            {
                flood.Add(await ConnectAsync(application, "127.0.0.1"));
            }

            Assert.Equal(0, await Limit.On(ReceiveAsync(flood[^1]), "the last one is closed"));
            var other = await ConnectAsync(application, "127.0.0.2");
            flood.Add(other);
            var answer = ReceiveAsync(other);
            await other.SendAsync(FirstBytes.Hello(3));
            Assert.Equal(1, await Limit.On(answer, "somebody else is answered"));
        }
        finally
        {
            flood.ForEach(socket => socket.Dispose());
        }

        // Room again, as soon as the server has seen them go.
        await Limit.On(RoomAsync(application), "there is room again");
    }

    private static async Task RoomAsync(PiLittleEyeApplication application)
    {
        while (true)
        {
            try
            {
                using var answer = await application.Anonymous().GetAsync("/healthz", TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }

    private static async Task<Socket> ConnectAsync(PiLittleEyeApplication application, string from)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, application.Port, TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<int> ReceiveAsync(Socket socket)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken);
        }
        catch (SocketException)
        {
            // A reset is an end too.
            return 0;
        }
    }
}
