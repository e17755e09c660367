using Microsoft.Playwright;
using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

/// <summary>What a link shows to somebody without an account, in a browser.</summary>
public sealed class TicketTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Fact]
    public async Task A_wall_display_is_the_picture_at_full_height_and_nothing_else()
    {
        var ticket = await camera.Appliance.Api.MakeTicketAsync(isKiosk: true);
        await chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Phone,
            async page =>
            {
                await page.GotoAsync(ticket.GetProperty("url").GetString()!);
                await SeeLiveAsync(page);
                var first = await page.ReadPictureAsync();
                await Limit.Until(page.ReadPictureAsync, now => now != first, "the picture changes");
                await page.KeepAsync("kiosk-phone");

                Assert.True(
                    await page.EvaluateAsync<bool>(
                        """
                        () => {
                            const box = document.getElementById("picture").getBoundingClientRect();
                            return box.height === innerHeight && box.width === innerWidth && getComputedStyle(document.body).backgroundColor === "rgb(0, 0, 0)"
                                && document.documentElement.scrollHeight === innerHeight && document.documentElement.scrollWidth === innerWidth;
                        }
                        """
                    )
                );
                Assert.Equal(0, await page.Locator("button, a, input, select").CountAsync());
                Assert.Empty(await Axe.FindAsync(page));
            }
        );
    }

    [Fact]
    public async Task A_wall_display_whose_link_is_revoked_shows_no_picture_any_more_and_says_why()
    {
        var ticket = await camera.Appliance.Api.MakeTicketAsync(isKiosk: true);
        await chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Phone,
            async page =>
            {
                await page.GotoAsync(ticket.GetProperty("url").GetString()!);
                await SeeLiveAsync(page);
                await camera.Appliance.Api.RevokeTicketAsync(ticket.GetProperty("id").GetInt64());
                await page.SeeAsync("This link has ended.");
                await Assertions.Expect(page.Locator("#picture")).ToBeHiddenAsync();
            }
        );
    }

    [Fact]
    public async Task Another_sites_page_shows_photo_and_stream_of_a_ticket_and_reads_them()
    {
        var ticket = await camera.Appliance.Api.MakeTicketAsync();
        await chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Phone,
            async page =>
            {
                await using var octoPrint = OtherSite.Start(
                    ticket.GetProperty("url").GetString()!,
                    ticket.GetProperty("photoUrl").GetString()!
                );
                await octoPrint.OpenAsync(page);
                // 640 is the picture; a refused one has no width.
                await Limit.Until(() => WidthsAsync(page), widths => widths is [640, 640], "both pictures are shown");
                // As Mainsail's own reader does.
                var bytes = await page.EvaluateAsync<int>(
                    "async url => (await (await fetch(url, { mode: 'cors' })).arrayBuffer()).byteLength",
                    ticket.GetProperty("photoUrl").GetString()
                );
                Assert.InRange(bytes, 1000, 1_000_000);
            }
        );
    }

    // OctoPrint's own way: an address in an <img>, of whoever looks at OctoPrint and has no account here.
    [Fact]
    public async Task On_another_sites_page_the_picture_of_a_ticket_and_of_a_key_moves()
    {
        var ticket = await camera.Appliance.Api.MakeTicketAsync();
        var key = await camera.Appliance.Api.MakeKeyAsync("OctoPrint");
        await chromium.VisitAsStrangerAsync(
            camera.Appliance,
            Look.Desktop,
            async page =>
            {
                await using var octoPrint = OtherSite.Start(
                    ticket.GetProperty("url").GetString()!,
                    key.GetProperty("url").GetString()!,
                    $"{camera.Appliance.Origin}/webcam/?action=stream&appkey={key.GetProperty("key")}&secret={key.GetProperty("secret")}"
                );
                await octoPrint.OpenAsync(page);
                await Limit.Until(() => WidthsAsync(page), widths => widths is [640, 640, 640], "all pictures are shown");
                for (var picture = 0; picture < 3; picture++)
                {
                    // A page may show what it may not read: only whoever looks at the screen sees it move.
                    var place = page.Locator("img").Nth(picture);
                    var first = await place.ScreenshotAsync();
                    await Limit.Until(() => place.ScreenshotAsync(), now => !now.AsSpan().SequenceEqual(first), "the picture moves");
                }
            }
        );
    }

    [Fact]
    public async Task Another_sites_page_shows_nothing_by_the_session_of_whoever_looks_at_it() =>
        await chromium.VisitAsync(
            camera.Appliance,
            Look.Phone,
            async page =>
            {
                await page.SeeLiveAsync();
                var photo = $"{camera.Appliance.Origin}/snapshot";
                await using var octoPrint = OtherSite.Start(photo, photo);
                await octoPrint.OpenAsync(page);
                await page.WaitForFunctionAsync("() => [...document.images].every(image => image.complete)");
                var widths = await WidthsAsync(page);
                Assert.All(widths, width => Assert.Equal(0, width));
                Assert.Equal(2, widths.Length);
            }
        );

    private static Task<int[]> WidthsAsync(IPage page) =>
        page.EvaluateAsync<int[]>("() => [...document.images].map(image => image.naturalWidth)");

    private static Task SeeLiveAsync(IPage page) => Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "live");
}
