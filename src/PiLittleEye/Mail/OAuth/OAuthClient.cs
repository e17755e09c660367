using System.Net.Security;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Mail.OAuth;

/// <summary>Asks a provider's endpoints. A client of its own for each question: there is one in an hour.</summary>
internal sealed class OAuthClient(IOptions<MailOptions> options, TimeProvider clock)
{
    // Answers have one or two tokens of some thousand letters (Microsoft's); this is ten times that.
    private const int MostBytes = 64 * 1024;

    private const string DeviceCodeGrant = "urn:ietf:params:oauth:grant-type:device_code";

    /// <summary>Asks for a code that the owner types at the provider's page.</summary>
    public Task<OAuthAnswer> BeginAsync(OAuthOptions provider, CancellationToken cancellationToken) =>
        AskAsync(provider, provider.DeviceEndpoint, [new("scope", provider.Scope)], cancellationToken);

    /// <summary>Asks whether the owner has done it.</summary>
    public Task<OAuthAnswer> PollAsync(OAuthOptions provider, string deviceCode, CancellationToken cancellationToken) =>
        AskAsync(provider, provider.TokenEndpoint, [new("grant_type", DeviceCodeGrant), new("device_code", deviceCode)], cancellationToken);

    /// <summary>A new access token.</summary>
    public Task<OAuthAnswer> RefreshAsync(OAuthOptions provider, string refreshToken, CancellationToken cancellationToken) =>
        AskAsync(
            provider,
            provider.TokenEndpoint,
            [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)],
            cancellationToken
        );

    /// <returns>Also what says no; see <see cref="OAuthAnswer.Error"/>.</returns>
    /// <exception cref="MailUnavailableException">No answer, or none that can be understood.</exception>
    /// <exception cref="MailRefusedException">The wrong certificate.</exception>
    private async Task<OAuthAnswer> AskAsync(
        OAuthOptions provider,
        string endpoint,
        List<KeyValuePair<string, string>> form,
        CancellationToken cancellationToken
    )
    {
        form.Insert(0, new("client_id", provider.ClientId!));
        // It is asked for with every token, as Google wants it; RFC 6749 lets public clients leave it out.
        if (provider.ClientSecret is { } secret)
        {
            form.Insert(1, new("client_secret", secret));
        }

        var uri = new Uri(endpoint);
        var judge = new CertificateJudge(
            new MailServer(uri.Host, uri.Port, MailEncryption.Tls),
            TrustedAuthorities.Load(options.Value),
            clock
        );
        using var handler = new SocketsHttpHandler
        {
            // A token must not follow a redirection to somebody else.
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = CertificateJudge.Policy(),
                RemoteCertificateValidationCallback = (_, shown, chain, errors) => judge.Judge(shown, chain, errors),
            },
        };
        using var client = new HttpClient(handler) { MaxResponseContentBufferSize = MostBytes, Timeout = MailLimits.Connect };
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var answer = await client.PostAsync(uri, content, cancellationToken);
            return Read(uri, await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception failure)
            when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw judge.Verdict
                ?? new MailUnavailableException(
                    "sign-in-unreachable",
                    $"{uri.Host}, where the provider gives permissions, does not answer. The network is down or blocks it; it is tried again.",
                    failure
                );
        }
    }

    private static OAuthAnswer Read(Uri uri, byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, OAuthJson.Default.OAuthAnswer) ?? throw new JsonException("null");
        }
        catch (JsonException wrong)
        {
            throw new MailUnavailableException(
                "sign-in-unreadable",
                $"{uri.Host} answered something else than it should: {ServerWords.Quote(Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, 100)))}. It is tried again.",
                wrong
            );
        }
    }
}
