using System.Net;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Running;

public sealed class TimeZoneTests : IDisposable
{
    private readonly Launch _launch = new();

    public void Dispose() => _launch.Dispose();

    [Theory]
    [InlineData("Pacific/Honolulu")]
    [InlineData("Pacific/Kiritimati")]
    public async Task Whoever_lives_in_another_time_zone_stays_signed_in(string zone)
    {
        _launch.Environment["TZ"] = zone;
        string token;
        await using (var service = await Appliance.StartAsync(_launch))
        {
            token = await service.ClaimAsync();
        }

        // Moved to the other side of the world, clock and all.
        _launch.Environment["TZ"] = "UTC";
        await using var moved = await Appliance.StartAsync(_launch);
        using var client = moved.Client(token);
        using var answer = await client.GetAsync("/api/v1/session", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
