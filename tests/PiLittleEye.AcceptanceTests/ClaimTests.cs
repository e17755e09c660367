using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

public sealed class ClaimTests(Chromium chromium)
{
    [Fact]
    public async Task A_wrong_set_up_code_is_refused_in_words_and_the_right_one_leads_to_the_picture()
    {
        await using var appliance = await Appliance.StartAsync();
        await chromium.VisitAsStrangerAsync(
            appliance,
            Look.Phone,
            async page =>
            {
                await page.Field("Set-up code").FillAsync("2222-2222-2222");
                await page.Button("Continue").ClickAsync();
                await page.Field("Name").FillAsync(Api.Name);
                await page.Field("Password").FillAsync(Api.Password);
                await page.Button("Claim this camera").ClickAsync();
                await page.SeeAsync("That is not the code this camera shows.");
                await page.KeepAsync("wrong-code-phone-dark");

                await page.Field("Set-up code").FillAsync(await appliance.ReadSetupCodeAsync());
                await page.Button("Continue").ClickAsync();
                // The name is still there; a password is never kept.
                await Assertions.Expect(page.Field("Name")).ToHaveValueAsync(Api.Name);
                await page.Field("Password").FillAsync(Api.Password);
                await page.Button("Claim this camera").ClickAsync();
                await page.SeeAsync("Add your phone");
                await page.KeepAsync("claim-phone-phone-dark");
                await page.Button("Show me the picture").ClickAsync();
                await page.SeeLiveAsync();
            }
        );
    }
}
