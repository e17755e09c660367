#pragma warning disable MA0039 // What is shown is looked at, whoever signed it.
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>The certificate that a new connection is shown.</summary>
internal static class Shown
{
    public static async Task<X509Certificate2> ByAsync(Appliance service)
    {
        using var visitor = new TcpClient();
        await visitor.ConnectAsync("127.0.0.1", service.Port, TestContext.Current.CancellationToken);
        X509Certificate2? seen = null;
        await using var tls = new SslStream(
            visitor.GetStream(),
            leaveInnerStreamOpen: false,
            (_, shown, _, _) => (seen = X509CertificateLoader.LoadCertificate(shown!.GetRawCertData())) is not null
        );
        await tls.AuthenticateAsClientAsync("eye.example.org");
        return seen!;
    }

    public static async Task<string> ThumbprintAsync(Appliance service)
    {
        using var shown = await ByAsync(service);
        return shown.Thumbprint;
    }

    /// <summary>Waits for a running service to take it over.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> SoonAsync(Appliance service, string thumbprint)
    {
        var since = TimeProvider.System.GetTimestamp();
        await Eventually.HoldsAsync(
            async () => string.Equals(thumbprint, await ThumbprintAsync(service), StringComparison.Ordinal),
            "the new certificate is in force"
        );
        return TimeProvider.System.GetElapsedTime(since);
    }
}
