using PiLittleEye.Imaging;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Imaging;

public sealed class RowReverserTests
{
    private const byte Canary = 0xa5;

    [Fact]
    public void A_row_of_any_length_comes_out_backwards_and_nothing_beside_it_is_written()
    {
        var noise = new Noise(1);
        for (var length = 0; length <= 300; length++)
        {
            var row = new byte[length];
            noise.Fill(row);
            var memory = new byte[length + 200];
            Array.Fill(memory, Canary);

            RowReverser.Reverse(row, memory.AsSpan(100, length));

            Assert.Equal(row.Reverse(), memory[100..^100]);
            Assert.False(memory.AsSpan(0, 100).ContainsAnyExcept(Canary), $"written before a row of {length}");
            Assert.False(memory.AsSpan(^100).ContainsAnyExcept(Canary), $"written behind a row of {length}");
        }
    }

    [Fact]
    public void A_destination_that_is_longer_keeps_its_rest()
    {
        var destination = new byte[5];
        RowReverser.Reverse([1, 2, 3], destination);
        Assert.Equal([3, 2, 1, 0, 0], destination);
    }

    [Fact]
    public void A_destination_that_is_too_short_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RowReverser.Reverse(new byte[64], new byte[63]));
}
