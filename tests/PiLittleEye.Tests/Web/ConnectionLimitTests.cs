using System.Net;
using PiLittleEye.Tests.Support;
using PiLittleEye.Web;

namespace PiLittleEye.Tests.Web;

public sealed class ConnectionLimitTests
{
    [Fact]
    public void So_many_come_in_also_at_the_same_moment_and_whoever_leaves_makes_room()
    {
        var limit = new ConnectionLimit(3);
        var admitted = 0;
        Together.Run(
            20,
            _ =>
            {
                if (limit.TryEnter(1))
                {
                    Interlocked.Increment(ref admitted);
                }
            }
        );
        Assert.InRange(admitted, 1, 3);
        Assert.True(limit.TryEnter(2));
        for (var i = 0; i < admitted; i++)
        {
            limit.Leave(1);
        }

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => limit.TryEnter(1)));
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    public void One_customer_is_one_place(string one, string other, bool isSame) =>
        Assert.Equal(isSame, ConnectionLimit.PlaceOf(IPAddress.Parse(one)) == ConnectionLimit.PlaceOf(IPAddress.Parse(other)));
}
