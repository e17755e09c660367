using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Architecture;

/// <summary>Many at once, and people who come back: what no room alone can promise.</summary>
public sealed class CrowdTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_watch_the_page_answers()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        var viewers = new List<StreamViewer>();
        try
        {
            for (var number = 0; number < 12; number++)
            {
                viewers.Add(await StreamViewer.OpenAsync(application, token));
            }

            foreach (var viewer in viewers)
            {
                await viewer.NextLiveAsync();
            }

            using var client = application.Client(token);
            using var page = await client.GetAsync("/", Stop);
            using var settings = await client.GetAsync("/api/v1/cameras/camera/settings", Stop);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, settings.StatusCode));
            // And the first of them still watches.
            await viewers[0].NextLiveAsync();
        }
        finally
        {
            foreach (var viewer in viewers)
            {
                await viewer.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task While_passwords_are_checked_the_picture_moves_on()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        await using var viewer = await StreamViewer.OpenAsync(application, token);
        await viewer.NextLiveAsync();
        using var stranger = application.Anonymous();

        var guesses = Task.WhenAll(Enumerable.Range(0, 3).Select(number => stranger.SignInAsync($"Nobody {number}", "a wrong guess")));
        var frames = 0;
        while (!guesses.IsCompleted)
        {
            await viewer.NextLiveAsync();
            frames++;
        }

        // Three hashes are a third of a second and more; the one frame that was under way comes in any case.
        Assert.All(await guesses, guess => Assert.Equal(HttpStatusCode.Unauthorized, guess.StatusCode));
        Assert.True(frames > 2, $"{frames} frames came.");
    }

    [Fact]
    public async Task Connections_that_say_nothing_keep_nobody_waiting()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        var silent = new List<Socket>();
        try
        {
            for (var number = 0; number < 100; number++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                silent.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, application.Port, Stop);
            }

            await using var viewer = await StreamViewer.OpenAsync(application, token);
            await viewer.NextLiveAsync();
        }
        finally
        {
            silent.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task Whoever_comes_back_at_once_brings_no_ended_stream_to_life()
    {
        await using var application = await PiLittleEyeApplication.StartAsync();
        await application.ClaimAsync();
        var account = application.Add("Grace");
        var first = application.OpenSession(account);
        await using var old = await StreamViewer.OpenAsync(application, first);
        await old.NextLiveAsync();

        using (var client = application.Client(first))
        {
            using var signedOut = await client.DeleteAsync("/api/v1/session", Stop);
            Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        }

        await using var fresh = await StreamViewer.OpenAsync(application, application.OpenSession(account));
        await fresh.NextLiveAsync();
        Assert.Equal("signed-out", (await old.LastAsync()).State);
        await fresh.NextLiveAsync();
    }

    [Fact]
    public async Task The_session_of_a_deleted_account_is_none_and_no_error()
    {
        await using var application = await PiLittleEyeApplication.StartAsync();
        var administrator = await application.ClaimAsync();
        var account = application.Add("Grace", AccountRole.Administrator);
        using var deleted = application.SignedInAs(account);
        using var client = application.Client(administrator);
        using var removed = await client.DeleteAsync($"/api/v1/accounts/{account.Id}", Stop);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);

        foreach (var path in new[] { "/api/v1/session", "/api/v1/accounts", "/api/v1/photo.jpg", "/api/v1/video/mjpeg", "/api/v1/log" })
        {
            using var answer = await deleted.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
            await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
        }

        using var change = await deleted.PutAsJsonAsync(
            "/api/v1/session/password",
            new { current = "x", @new = "nine lives of a cat" },
            Stop
        );
        await change.AssertProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
    }
}
