#pragma warning disable MA0039 // Self-signed, so it is compared with the very certificate in force: stricter than a chain.
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Certificates;

namespace PiLittleEye.Tests.Support;

/// <summary>Connections that trust one application's certificate and nobody else's.</summary>
internal static class TrustingHandler
{
    public static SocketsHttpHandler For(PiLittleEyeApplication application) =>
        new()
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            SslOptions = { RemoteCertificateValidationCallback = Trust(application) },
        };

    public static RemoteCertificateValidationCallback Trust(PiLittleEyeApplication application) =>
        (_, shown, _, _) => shown is not null && InForce(application).RawDataMemory.Span.SequenceEqual(shown.GetRawCertData());

    private static X509Certificate2 InForce(PiLittleEyeApplication application) =>
        application.Services.GetRequiredService<CurrentCertificate>().Context.TargetCertificate;
}
