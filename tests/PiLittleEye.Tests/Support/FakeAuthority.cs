using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PiLittleEye.Tests.Support;

/// <summary>A provider that gives out codes and tokens, over HTTPS on the loopback. Says what the test put into it, in turn, and then that it waits.</summary>
internal sealed class FakeAuthority : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ScriptedIdentity _identity;
    private readonly TemporaryDirectory _files = new();
    private readonly ConcurrentQueue<string> _tokenAnswers = new();

    private FakeAuthority(WebApplication app, ScriptedIdentity identity) => (_app, _identity) = (app, identity);

    public int Port { get; private set; }

    /// <summary>To <c>/device</c>.</summary>
    public string DeviceAnswer { get; set; } =
        """{"device_code":"long-code","user_code":"ABCD-EFGH","verification_uri":"https://login.example/device","expires_in":900,"interval":5}""";

    /// <summary>What was sent to each endpoint, as forms.</summary>
    public ConcurrentQueue<(string Path, Dictionary<string, string> Form)> Asked { get; } = new();

    /// <summary>Waited for before anything is said, when it is set.</summary>
    public Task? Hold { get; set; }

    public string AuthorityFile => _files.File("authority.pem");

    /// <summary>For the appliance: endpoints, client id, and the authority that signed the certificate.</summary>
    public string[] Settings =>
        [
            $"--Mail:OAuth:Microsoft:DeviceEndpoint=https://localhost:{Port}/device",
            $"--Mail:OAuth:Microsoft:TokenEndpoint=https://localhost:{Port}/token",
            "--Mail:OAuth:Microsoft:ClientId=the-camera",
            $"--Mail:TrustedAuthority={AuthorityFile}",
        ];

    public static async Task<FakeAuthority> StartAsync()
    {
        var identity = ScriptedIdentity.For("localhost");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(identity.Certificate)));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var authority = new FakeAuthority(app, identity);
        app.Run(authority.AnswerAsync);
        await app.StartAsync();
        authority.Port = new Uri(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        ).Port;
        authority._files.Write("authority.pem", identity.Authority);
        return authority;
    }

    /// <summary>What the token endpoint says next.</summary>
    public FakeAuthority Says(params string[] answers)
    {
        foreach (var answer in answers)
        {
            _tokenAnswers.Enqueue(answer);
        }

        return this;
    }

    public int CountOf(string grant) =>
        Asked.Count(asked => asked.Form.GetValueOrDefault("grant_type")?.EndsWith(grant, StringComparison.Ordinal) == true);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _identity.Dispose();
        _files.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Asked.Enqueue(
            (context.Request.Path, form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal))
        );
        if (Hold is { } hold)
        {
            await hold;
        }

        var answer = context.Request.Path == "/device" ? DeviceAnswer : NextTokenAnswer();
        context.Response.StatusCode = answer.Contains("\"error\"", StringComparison.Ordinal) ? 400 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer);
    }

    private string NextTokenAnswer() => _tokenAnswers.TryDequeue(out var next) ? next : """{"error":"authorization_pending"}""";
}
