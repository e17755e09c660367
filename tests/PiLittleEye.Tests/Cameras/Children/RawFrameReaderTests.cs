using PiLittleEye.Cameras.Children;
using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Cameras.Children;

public sealed class RawFrameReaderTests
{
    private static readonly Resolution s_size = new(160, 96);

    [Fact]
    public void Two_colours_in_turn_come_apart()
    {
        using var reader = new RawFrameReader(new RawLayout(s_size, Stride: 192, Rows: 96, IsSemiPlanar: true));
        using var frame = new RawFrame();
        var room = reader.RoomFor(frame);
        Assert.Equal(192 * 96 * 3 / 2, room.Length);
        room.Fill(0xEE);
        for (var row = 0; row < 96; row++)
        {
            room.Slice(row * 192, 160).Fill(50);
        }

        for (var pair = 0; pair < 48 * 192; pair += 2)
        {
            (room[(96 * 192) + pair], room[(96 * 192) + pair + 1]) = (60, 70);
        }

        reader.Finish(frame);
        Assert.All(frame.Picture.Y.ToArray(), luma => Assert.Equal(50, luma));
        Assert.All(frame.Picture.U.ToArray(), u => Assert.Equal(60, u));
        Assert.All(frame.Picture.V.ToArray(), v => Assert.Equal(70, v));
    }

    [Fact]
    public void A_packed_frame_is_read_where_it_stays()
    {
        using var reader = new RawFrameReader(RawLayout.Packed(s_size));
        using var frame = new RawFrame();
        reader.RoomFor(frame).Fill(42);
        reader.Finish(frame);
        Assert.Equal(-1, frame.Bytes.IndexOfAnyExcept((byte)42));
    }
}
