using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Imaging;

public sealed class CardRendererTests : IDisposable
{
    private readonly SteppingClock _clock = new();
    private readonly JpegFramePool _pool = new();
    private readonly CardRenderer _renderer;

    public CardRendererTests() => _renderer = new CardRenderer(_clock);

    [Theory]
    [InlineData(64, 64)]
    [InlineData(1280, 720)]
    [InlineData(720, 1280)]
    public void A_card_is_a_picture_of_the_size_asked_for_that_says_what_it_is(int width, int height)
    {
        var size = new Resolution(width, height);
        _clock.Advance(TimeSpan.FromSeconds(5));

        var card = _renderer.Render(_pool, size, Some.Reason, "Check the cable.", CardTone.Trouble);

        Assert.Equal((size, Some.Reason, false), (card.Size, card.NoPicture, card.IsLive));
        Assert.Equal(SteppingClock.Start.AddSeconds(5), card.CapturedAt);
        using var seen = JpegReader.Decode(card);
        Assert.Equal(size, seen.Size);
        Assert.InRange(seen.Picture.Y[0], CardColour.Ground.Y - 3, CardColour.Ground.Y + 3);
        Assert.True(seen.Picture.Y.ContainsAnyInRange((byte)(CardColour.Text.Y - 10), (byte)255), "no letter on it");
    }

    [Fact]
    public void Other_words_make_another_picture()
    {
        var first = Render("It is one second old.");
        Assert.Equal(first, Render("It is one second old."));
        Assert.NotEqual(first, Render("It is two seconds old."));
    }

    [Fact]
    public void A_card_is_held_once_by_whoever_asked()
    {
        var card = _renderer.Render(_pool, Some.Size, Some.Reason, "", CardTone.Calm);
        card.Release();
        Assert.Same(card, _renderer.Render(_pool, Some.Size, Some.Reason, "", CardTone.Calm));
    }

    [Fact]
    public void Several_threads_may_ask_at_once()
    {
        var expected = Enumerable.Range(0, 4).Select(index => Render($"Number {index}.")).ToArray();
        Together.Run(
            4,
            index =>
            {
                for (var round = 0; round < 20; round++)
                {
                    Assert.Equal(expected[index], Render($"Number {index}."));
                }
            }
        );
    }

    [Fact]
    public void After_its_end_it_refuses()
    {
        _renderer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => _renderer.Render(_pool, Some.Size, Some.Reason, "", CardTone.Calm));
    }

    [Fact]
    public void Ended_while_others_still_ask_it_refuses_them_in_good_order()
    {
        for (var round = 0; round < 5; round++)
        {
            using var renderer = new CardRenderer(_clock);
            using var busy = new ManualResetEventSlim();
            Together.Run(() => RenderUntilRefused(renderer, busy), () => RenderUntilRefused(renderer, busy), () => End(renderer, busy));
        }

        void RenderUntilRefused(CardRenderer renderer, ManualResetEventSlim busy) =>
            Assert.Throws<ObjectDisposedException>(() =>
            {
                for (var card = 0; card < 10_000; card++)
                {
                    renderer.Render(_pool, new Resolution(1280, 720), Some.Reason, "", CardTone.Calm).Release();
                    busy.Set();
                }
            });

        static void End(CardRenderer renderer, ManualResetEventSlim busy)
        {
            busy.Wait(TestContext.Current.CancellationToken);
            renderer.Dispose();
        }
    }

    public void Dispose()
    {
        _renderer.Dispose();
        _pool.Dispose();
    }

    private byte[] Render(string explanation)
    {
        var card = _renderer.Render(_pool, new Resolution(320, 240), Some.Reason, explanation, CardTone.Notice);
        var jpeg = card.Jpeg.ToArray();
        card.Release();
        return jpeg;
    }
}
