using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Frames;

public sealed class I420PictureTests
{
    [Fact]
    public void Its_planes_follow_one_another_without_a_gap()
    {
        var memory = new byte[new Resolution(70, 66).I420Length + 1];
        for (var i = 0; i < memory.Length; i++)
        {
            memory[i] = (byte)(i % 251);
        }

        var picture = new I420Picture(memory, new Resolution(70, 66));

        Assert.Equal((4620, 1155, 1155), (picture.Y.Length, picture.U.Length, picture.V.Length));
        Assert.Equal(memory[..4620], picture.Y.ToArray());
        Assert.Equal(memory[4620..5775], picture.U.ToArray());
        Assert.Equal(memory[5775..6930], picture.V.ToArray());
    }

    [Fact]
    public void Too_little_memory_is_refused()
    {
        var size = new Resolution(64, 64);
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new I420Picture(new byte[size.I420Length - 1], size).Size);
    }

    [Fact]
    public void A_copy_is_the_same_picture_and_touches_nothing_else()
    {
        var original = new GuardedPicture(new Resolution(66, 64), seed: 1);
        var copy = new GuardedPicture(new Resolution(66, 64), seed: 2);

        original.Picture.CopyTo(copy.Picture);

        Assert.True(copy.Picture.Y.SequenceEqual(original.Picture.Y));
        Assert.True(copy.Picture.U.SequenceEqual(original.Picture.U));
        Assert.True(copy.Picture.V.SequenceEqual(original.Picture.V));
        copy.AssertGuardsIntact();
    }

    [Fact]
    public void A_copy_into_another_size_is_refused()
    {
        var wide = new GuardedPicture(new Resolution(128, 64));
        var high = new GuardedPicture(new Resolution(64, 128));
        Assert.Throws<ArgumentOutOfRangeException>(() => wide.Picture.CopyTo(high.Picture));
    }
}
