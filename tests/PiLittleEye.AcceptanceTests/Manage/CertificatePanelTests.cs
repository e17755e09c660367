using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests.Manage;

public sealed class CertificatePanelTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Panels.Devices), MemberType = typeof(Panels))]
    public async Task It_says_what_is_in_force_and_an_authority_is_made_for_the_phone(string device)
    {
        await using var appliance = await Appliance.StartAsync();
        await appliance.Api.ClaimAsync();
        await chromium.VisitAsync(
            appliance,
            Look.Named(device, ColorScheme.Dark),
            async page =>
            {
                await page.OpenPanelAsync("certificate", "Certificate");
                await page.SeeAsync("Self-made");
                await page.CheckLooksAsync("panel-certificate", device, ColorScheme.Dark);
                await page.Button("Make the authority").ClickAsync();
                await Assertions
                    .Expect(page.GetByRole(AriaRole.Img, new() { Name = "The address of the authority’s certificate" }))
                    .ToBeVisibleAsync();
                await page.SeeAsync("By your own authority");
                await page.CheckLooksAsync("certificate-authority", device, ColorScheme.Dark);
            }
        );
    }

    [Fact]
    public async Task A_pair_of_ones_own_is_refused_where_it_is_none_and_else_in_force_at_once()
    {
        await using var appliance = await Appliance.StartAsync();
        await appliance.Api.ClaimAsync();
        var (certificate, key) = MakePair();
        await chromium.VisitAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await page.OpenPanelAsync("certificate", "Certificate");
                await page.Button("Use my own").ClickAsync();
                var dialog = page.Question("Use my own certificate");
                await dialog.Button("Use it").ClickAsync();
                await Assertions.Expect(dialog.GetByText("Choose the file, or paste all that is in it.").First).ToBeVisibleAsync();
                await dialog.GetByLabel("Certificate", new() { Exact = true }).FillAsync(certificate);
                await dialog.GetByLabel("Key", new() { Exact = true }).FillAsync(MakePair().Key);
                await dialog.Button("Use it").ClickAsync();
                await Assertions.Expect(dialog.GetByRole(AriaRole.Alert).First).ToContainTextAsync("The certificate stays as it is");
                await page.CheckLooksAsync("certificate-upload", Look.Phone.Name, ColorScheme.Dark);
                await dialog.GetByLabel("Key", new() { Exact = true }).FillAsync(key);
                await dialog.Button("Use it").ClickAsync();
                await page.SeeAsync("Yours");
                await page.SeeAsync("printer.example.org");
                await Assertions.Expect(page.Button("Back to the camera’s own")).ToBeVisibleAsync();
            }
        );
    }

    private static (string Certificate, string Key) MakePair()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=printer.example.org", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("printer.example.org");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(90));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
