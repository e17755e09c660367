using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.AccessLists;

namespace PiLittleEye.Tests.Support;

/// <summary>A claimed application behind a proxy on the same machine, which may say of every request where it comes from.</summary>
internal static class ListedCamera
{
    public const string Header = "X-Forwarded-For";

    /// <summary>Proxy and everybody else here come through the loopback.</summary>
    public static Task<(PiLittleEyeApplication Application, string Token)> StartAsync(params string[] settings) =>
        StartWithoutProxyAsync(["--AccessLists:TrustedProxies:0=127.0.0.1", .. settings]);

    public static Task<(PiLittleEyeApplication Application, string Token)> StartWithoutProxyAsync(params string[] settings) =>
        PiLittleEyeApplication.StartClaimedAsync(settings);

    public static AccessGate Gate(this PiLittleEyeApplication application) => application.Services.GetRequiredService<AccessGate>();

    /// <summary>Puts in force without asking anybody.</summary>
    public static void Decide(this PiLittleEyeApplication application, Func<AccessListsSettings, AccessListsSettings> change) =>
        application.Gate().Change(change(application.Gate().InForce));

    public static AddressList On(params string[] entries) => new(Enabled: true, [.. entries.Select(AddressRange.Parse)]);

    /// <summary>Asks as somebody at this address, as a header says.</summary>
    public static async Task<HttpResponseMessage> AskAsync(
        this HttpClient client,
        string path,
        string? from,
        string header = Header,
        HttpMethod? method = null,
        object? body = null
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (from is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(header, from));
        }

        request.Content = body is null ? null : JsonContent.Create(body);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<HttpStatusCode> StatusAsync(this HttpClient client, string path, string? from, string header = Header)
    {
        using var answer = await client.AskAsync(path, from, header);
        return answer.StatusCode;
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
