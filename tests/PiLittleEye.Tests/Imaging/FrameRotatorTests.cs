using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Imaging;

public sealed class FrameRotatorTests
{
    [Theory]
    [InlineData(0, false, false, "RG/BW")]
    [InlineData(90, false, false, "BR/WG")]
    [InlineData(180, false, false, "WB/GR")]
    [InlineData(270, false, false, "GW/RB")]
    [InlineData(0, true, false, "GR/WB")]
    [InlineData(0, false, true, "BW/RG")]
    [InlineData(90, true, false, "RB/GW")]
    [InlineData(90, false, true, "WG/BR")]
    [InlineData(270, true, false, "WG/BR")]
    public void It_turns_clockwise_and_then_mirrors_what_the_viewer_sees(int rotation, bool horizontal, bool vertical, string expected)
    {
        var turn = new PictureTurn((Rotation)rotation, horizontal, vertical);
        var source = new I420Picture(new byte[Some.Size.I420Length], Some.Size);
        Quadrants.Paint(source);
        var turned = new I420Picture(new byte[Some.Size.I420Length], Some.Size);

        FrameRotator.Turn(source, turned, turn);

        Assert.Equal(expected, Quadrants.Read(turned));
    }

    [Theory]
    [MemberData(nameof(PictureTurnTests.All), MemberType = typeof(PictureTurnTests))]
    public void Every_pixel_of_every_size_goes_where_it_belongs_and_no_other_byte_is_touched(int rotation, bool horizontal, bool vertical)
    {
        var turn = new PictureTurn((Rotation)rotation, horizontal, vertical);
        AssertTurned(turn, new Resolution(64, 64));
        AssertTurned(turn, new Resolution(1280, 720));
        var sides = Gen.Choose(32, 110).Select(half => half * 2);
        var sizes = sides.SelectMany(width => sides.Select(height => new Resolution(width, height)));
        Prop.ForAll(sizes.ToArbitrary(), size => AssertTurned(turn, size))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30).WithQuietOnSuccess(true));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(6, 40)]
    [InlineData(40, 6)]
    [InlineData(32, 34)]
    [InlineData(4096, 66)]
    [InlineData(66, 4096)]
    public void Narrow_and_flat_pictures_are_turned_too(int width, int height)
    {
        foreach (var row in PictureTurnTests.All)
        {
            var (rotation, horizontal, vertical) = row.Data;
            AssertTurned(new PictureTurn((Rotation)rotation, horizontal, vertical), new Resolution(width, height));
        }
    }

    [Fact]
    public void A_destination_of_the_wrong_shape_is_refused()
    {
        var size = new Resolution(128, 64);
        var turn = new PictureTurn(Rotation.Quarter, FlipHorizontal: false, FlipVertical: false);
        var (source, same) = (new GuardedPicture(size), new GuardedPicture(size));
        Assert.Throws<ArgumentOutOfRangeException>(() => FrameRotator.Turn(source.Picture, same.Picture, turn));
    }

    private static void AssertTurned(PictureTurn turn, Resolution size)
    {
        var source = new GuardedPicture(size, seed: 1);
        var turned = new GuardedPicture(turn.Apply(size), seed: 2);

        FrameRotator.Turn(source.Picture, turned.Picture, turn);

        turned.AssertGuardsIntact();
        var (width, height) = size;
        AssertPlane(turn, source.Picture.Y, turned.Picture.Y, width, height);
        AssertPlane(turn, source.Picture.U, turned.Picture.U, width / 2, height / 2);
        AssertPlane(turn, source.Picture.V, turned.Picture.V, width / 2, height / 2);
    }

    // From where the viewer looks back to the sensor: undo the mirrorings, then the turn.
    private static void AssertPlane(PictureTurn turn, ReadOnlySpan<byte> source, ReadOnlySpan<byte> turned, int width, int height)
    {
        var across = turn.IsTransposing ? height : width;
        var down = turn.IsTransposing ? width : height;
        for (var row = 0; row < down; row++)
        {
            for (var column = 0; column < across; column++)
            {
                var x = turn.FlipHorizontal ? across - 1 - column : column;
                var y = turn.FlipVertical ? down - 1 - row : row;
                var (sourceX, sourceY) = turn.Rotation switch
                {
                    Rotation.Quarter => (y, height - 1 - x),
                    Rotation.Half => (width - 1 - x, height - 1 - y),
                    Rotation.ThreeQuarters => (width - 1 - y, x),
                    _ => (x, y),
                };
                if (turned[(row * across) + column] != source[(sourceY * width) + sourceX])
                {
                    Assert.Fail($"{turn} of a plane of {width}x{height}: wrong byte at {column},{row}");
                }
            }
        }
    }
}
