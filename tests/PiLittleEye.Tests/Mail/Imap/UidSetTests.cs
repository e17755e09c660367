using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Mail.Imap;

namespace PiLittleEye.Tests.Mail.Imap;

public sealed class UidSetTests
{
    [Fact]
    public void A_set_that_means_all_there_are_is_not_written_out() =>
        Assert.Equal([8u, 9u, 10u], UidSet.Above(["1:4294967295", "5:4294967295"], lastUid: 7, most: 3));

    [Fact]
    public void The_last_there_can_be_is_found_once() =>
        Assert.Equal([uint.MaxValue - 1, uint.MaxValue], UidSet.Above(["4294967294:4294967295,4294967295"], uint.MaxValue - 2, 500));

    [Fact]
    public void Whatever_the_order_each_is_there_once_and_the_lowest_come_first()
    {
        var ranges = Gen.Zip(Gen.Choose(1, 60), Gen.Choose(1, 60)).ListOf();
        var property = Prop.ForAll(
            ranges.ToArbitrary(),
            Gen.Choose(0, 70).ToArbitrary(),
            (list, last) =>
            {
                var sets = list.Select(range => $"{range.Item1}:{range.Item2}");
                var expected = list.SelectMany(range =>
                        Enumerable.Range(Math.Min(range.Item1, range.Item2), Math.Abs(range.Item1 - range.Item2) + 1)
                    )
                    .Distinct()
                    .Where(uid => uid > last)
                    .Order()
                    .Take(20)
                    .Select(uid => (uint)uid);
                return UidSet.Above(sets, (uint)last, most: 20).SequenceEqual(expected);
            }
        );
        property.QuickCheckThrowOnFailure();
    }
}
