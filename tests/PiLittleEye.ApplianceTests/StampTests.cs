using System.Globalization;
using PiLittleEye.ApplianceTests.Support;
using PiLittleEye.Lettering;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.ApplianceTests;

/// <summary>What the stamp says, read back from the pixels, is when the kernel took the picture.</summary>
public sealed class StampTests(Appliance appliance)
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";
    private const int Seconds = 3;

    private static readonly TimeSpan s_oldest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    public async Task The_time_in_the_picture_is_that_of_its_capture_to_the_second(int rotation)
    {
        var stamp = $$"""{"enabled":true,"corner":"bottom-right","size":"medium","format":"{{Format}}","zone":"UTC","showName":false}""";
        await appliance.ChangeAsync(
            Appliance.Vivid,
            $$"""{"width":640,"height":480,"rotation":{{rotation}},"flipHorizontal":false,"flipVertical":false,"stamp":{{stamp}}}"""
        );
        // A camera that runs already shows what it has at once; that may be a moment old, and no more.
        var before = await GuestClockAsync() - s_oldest;
        await using var stream = await appliance.WatchAsync(Appliance.Vivid);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Count < Seconds)
        {
            var part = await stream.LiveAsync(s_patience);
            using var picture = part.Decode();
            var read = StampReader.Read(picture.Picture.Y, picture.Size, StampSize.Medium, StampCorner.BottomRight, Format.Length);
            Assert.Equal(part.CapturedAt.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture), read);
            seen.Add(read);
            Assert.InRange(part.CapturedAt, before, await GuestClockAsync());
        }
    }

    private async Task<DateTimeOffset> GuestClockAsync() =>
        DateTimeOffset.UnixEpoch
        + TimeSpan.FromSeconds(double.Parse(await appliance.Guest.RunAsync("date +%s.%N"), CultureInfo.InvariantCulture));
}
