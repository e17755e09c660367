using PiLittleEye.Certificates;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class ExpiryWarningTests : IDisposable
{
    private const int Ends = 4005;

    private readonly TemporaryDirectory _directory = new();
    private readonly SteppingClock _clock = new();
    private readonly CollectingLogger<CurrentCertificate> _log = new();
    private readonly CertificateBench _bench;

    public ExpiryWarningTests() => _bench = new CertificateBench(_directory.Path, _clock, _log);

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    public void There_are_three_stages_before_the_end(int days, int? stage) =>
        Assert.Equal(stage, ExpiryWarning.Stage(SteppingClock.Start.AddDays(days), SteppingClock.Start));

    [Fact]
    public void Each_stage_is_logged_once_and_told_whoever_asks()
    {
        var (certificate, key) = new PemMaker(_clock.GetUtcNow()).Make();
        _bench.Uploaded.Save(certificate, key);
        var current = _bench.Current();
        current.Refresh();
        Assert.Null(current.Warning);

        foreach (
            var (days, expected) in new[] { (60, "ends in 30 days"), (23, "ends in 7 days"), (6, "ends within a day"), (1, "has ended") }
        )
        {
            _clock.Advance(TimeSpan.FromDays(days));
            current.Refresh();
            current.Refresh();
            Assert.Contains(expected, current.Warning, StringComparison.Ordinal);
            Assert.Contains(expected, _log.Messages[^1], StringComparison.Ordinal);
        }

        Assert.Equal(4, _log.Count(Ends));
        Assert.Contains("certbot", current.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void One_made_here_renews_itself_and_never_warns()
    {
        var current = _bench.Current();
        for (var month = 0; month < 24; month++)
        {
            current.Refresh();
            Assert.Null(current.Warning);
            _clock.Advance(TimeSpan.FromDays(29));
        }

        Assert.Equal(0, _log.Count(Ends));
    }

    public void Dispose() => _directory.Dispose();
}
