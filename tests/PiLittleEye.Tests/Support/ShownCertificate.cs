#pragma warning disable MA0039 // What is shown is looked at, whoever signed it.
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Tests.Support;

/// <summary>What a new connection is shown.</summary>
internal static class ShownCertificate
{
    public static async Task<X509Certificate2> OfAsync(int port)
    {
        using var visitor = new TcpClient();
        await visitor.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
        X509Certificate2? seen = null;
        await using var tls = new SslStream(
            visitor.GetStream(),
            leaveInnerStreamOpen: false,
            (_, shown, _, _) => (seen = X509CertificateLoader.LoadCertificate(shown!.GetRawCertData())) is not null
        );
        await tls.AuthenticateAsClientAsync("eye.example.org");
        return seen!;
    }
}
