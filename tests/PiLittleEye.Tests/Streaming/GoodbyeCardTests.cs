using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Streaming;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed class GoodbyeCardTests
{
    private static readonly Resolution s_small = new(320, 240);

    [Fact]
    public void Streams_that_end_together_get_one_card_and_later_ones_one_of_their_own()
    {
        var clock = new SteppingClock();
        using var renderer = new CardRenderer(clock);
        using var goodbye = new GoodbyeCard(renderer, clock);
        var (first, together) = (goodbye.Make(StreamEnd.SignedOut, s_small), goodbye.Make(StreamEnd.SignedOut, s_small));
        var (larger, other) = (goodbye.Make(StreamEnd.SignedOut, new Resolution(640, 480)), goodbye.Make(StreamEnd.Stopping, s_small));
        var before = goodbye.Make(StreamEnd.Stopping, s_small);
        clock.Advance(TimeSpan.FromSeconds(2));
        var later = goodbye.Make(StreamEnd.Stopping, s_small);

        Assert.Same(first, together);
        Assert.Same(other, before);
        Assert.Equal(4, new[] { first, larger, other, later }.Distinct().Count());
        Assert.Equal(("signed-out", "stopping"), (first.NoPicture!.Code, later.NoPicture!.Code));
        Assert.Equal(SteppingClock.Start + TimeSpan.FromSeconds(2), later.CapturedAt);
        foreach (var card in new[] { first, together, larger, other, before, later })
        {
            // Each holds it for himself: one too many would throw.
            card.Release();
        }
    }
}
