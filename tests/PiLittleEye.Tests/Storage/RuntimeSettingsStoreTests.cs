using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Storage;

public sealed class RuntimeSettingsStoreTests : IDisposable
{
    private readonly TemporaryState _state = new();

    [Fact]
    public void What_was_never_written_is_not_there() => Assert.Null(_state.Store.Read("camera:bench"));

    [Fact]
    public void What_was_written_last_is_read_by_whoever_opens_the_file_next()
    {
        _state.Store.Write("camera:bench", """{"quality":80}""");
        _state.Store.Write("camera:bench", """{"quality":90}""");
        Assert.Equal("""{"quality":90}""", _state.Store.Read("camera:bench"));
    }

    [Theory]
    [InlineData("camera:door")]
    [InlineData("Camera:bench")]
    [InlineData("camera:benc%")]
    [InlineData("'; DROP TABLE setting; --")]
    public void A_section_is_no_other_however_alike(string other)
    {
        _state.Store.Write("camera:bench", "1");
        _state.Store.Write(other, "2");
        Assert.Equal(("1", "2"), (_state.Store.Read("camera:bench"), _state.Store.Read(other)));
    }

    [Fact]
    public void Every_letter_comes_back()
    {
        var json = "\"Drucker 🖨 'im' \\\" Büro\u0000\"";
        _state.Store.Write("some", json);
        Assert.Equal(json, _state.Store.Read("some"));
    }

    [Fact]
    public void The_moment_of_the_change_is_kept()
    {
        _state.Store.Write("some", "1");
        Assert.Equal("2026-11-21T14:03:59.0000000+00:00", TemporaryState.Execute(_state.Database, "SELECT changed_at FROM setting"));
    }

    public void Dispose() => _state.Dispose();
}
