using PiLittleEye.Frames;
using PiLittleEye.Imaging;

namespace PiLittleEye.Tests.Imaging;

public sealed class PictureTurnTests
{
    /// <summary>All sixteen.</summary>
    public static TheoryData<int, bool, bool> All
    {
        get
        {
            var all = new TheoryData<int, bool, bool>();
            foreach (var rotation in Enum.GetValues<Rotation>())
            {
                all.Add((int)rotation, false, false);
                all.Add((int)rotation, false, true);
                all.Add((int)rotation, true, false);
                all.Add((int)rotation, true, true);
            }

            return all;
        }
    }

    [Theory]
    [InlineData(0, false, false, true)]
    [InlineData(180, true, true, true)]
    [InlineData(180, false, false, false)]
    [InlineData(0, true, false, false)]
    [InlineData(0, false, true, false)]
    [InlineData(0, true, true, false)]
    [InlineData(90, false, false, false)]
    [InlineData(270, true, true, false)]
    public void Nothing_is_to_be_done_when_the_mirrorings_undo_the_turn(int rotation, bool horizontal, bool vertical, bool isNone) =>
        Assert.Equal(isNone, new PictureTurn((Rotation)rotation, horizontal, vertical).IsNone);

    [Theory]
    [MemberData(nameof(All))]
    public void A_quarter_exchanges_width_and_height(int rotation, bool horizontal, bool vertical)
    {
        var turned = new PictureTurn((Rotation)rotation, horizontal, vertical).Apply(new Resolution(640, 480));
        Assert.Equal(rotation % 180 == 0 ? new Resolution(640, 480) : new Resolution(480, 640), turned);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Half_a_turn_more_is_both_mirrorings_more(int rotation, bool horizontal, bool vertical)
    {
        var turn = new PictureTurn((Rotation)rotation, horizontal, vertical);
        var same = new PictureTurn((Rotation)((rotation + 180) % 360), !horizontal, !vertical);

        Assert.Equal(Essence(turn), Essence(same));
    }

    [Fact]
    public void Of_the_sixteen_eight_are_different()
    {
        var turns = All.Select(row => new PictureTurn((Rotation)row.Data.Item1, row.Data.Item2, row.Data.Item3));
        Assert.Equal(8, turns.Select(Essence).Distinct().Count());
    }

    // What is really done with the rows and columns.
    private static (bool, bool, bool) Essence(PictureTurn turn) =>
        turn.IsTransposing ? (true, turn.ReadsBottomUp, turn.WritesBottomUp) : (false, turn.ReversesRows, turn.ReversesColumns);
}
