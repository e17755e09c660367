using PiLittleEye.PhotoReplies;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class MailboxBackoffTests
{
    [Fact]
    public void It_waits_longer_each_time_but_never_more_than_five_minutes_and_a_fifth()
    {
        int[] seconds = [1, 2, 5, 10, 30, 60, 300, 300, 300];
        foreach (var (index, expected) in seconds.Index())
        {
            for (var trial = 0; trial < 50; trial++)
            {
                Assert.InRange(MailboxBackoff.After(index + 1).TotalSeconds, expected * 0.8, expected * 1.2);
            }
        }
    }

    [Fact]
    public void Not_all_come_back_in_one_moment() =>
        Assert.InRange(Enumerable.Range(0, 100).Select(_ => MailboxBackoff.After(7)).Distinct().Count(), 50, 100);
}
