using PiLittleEye.AcceptanceTests.Support;

namespace PiLittleEye.AcceptanceTests;

public sealed class LivePictureTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    [Fact]
    public Task The_picture_really_moves() =>
        chromium.VisitAsync(
            camera,
            Look.Phone,
            async page =>
            {
                await page.SeeLiveAsync();
                var first = await page.ReadPictureAsync();
                await Limit.Until(page.ReadPictureAsync, now => now != first, "the picture changes");
                Assert.Equal((640, 360), await page.PictureSizeAsync());
            }
        );
}
