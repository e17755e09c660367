using Microsoft.Extensions.Options;
using PiLittleEye.Accounts;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class SetupCodeTests : IDisposable
{
    private readonly TemporaryState _state = new();
    private readonly AccountStore _accounts;
    private readonly SetupCode _code;

    public SetupCodeTests()
    {
        _accounts = new AccountStore(_state.Database, new SteppingClock());
        _code = Restarted();
    }

    private string File => Path.Combine(_state.Directory, SetupCode.FileName);

    [Fact]
    public void It_is_three_groups_of_four_letters_that_nobody_misreads() =>
        Assert.Matches("^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$", _code.Current());

    [Fact]
    public void It_stays_the_same_until_somebody_claims_also_after_a_restart() => Assert.Equal(_code.Current(), Restarted().Current());

    [Fact]
    public void Two_cameras_have_two_codes()
    {
        using var other = new TemporaryState();
        Assert.NotEqual(_code.Current(), In(other.Directory, new AccountStore(other.Database, new SteppingClock())).Current());
    }

    [Fact]
    public void Its_file_is_the_owners_alone()
    {
        _ = _code.Current();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ABCD\n")]
    [InlineData("TOO-LONG-TO-BE-ONE-OF-OURS\n")]
    public void A_damaged_file_is_replaced(string content)
    {
        System.IO.File.WriteAllText(File, content);
        Assert.Matches("^[^-]{4}-[^-]{4}-[^-]{4}$", _code.Current());
        Assert.Equal(_code.Current(), Restarted().Current());
    }

    [Fact]
    public void It_is_right_however_it_is_typed()
    {
        var code = _code.Current()!;
        Assert.True(_code.Matches(code));
        Assert.True(_code.Matches(code.ToLowerInvariant()));
        Assert.True(_code.Matches(code.Replace("-", string.Empty, StringComparison.Ordinal)));
        Assert.True(_code.Matches($" {code.Replace('-', ' ').ToLowerInvariant()} "));
    }

    [Fact]
    public void Everything_else_is_wrong()
    {
        var code = _code.Current()!;
        string?[] wrong = [null, string.Empty, "-", code[..^1], code + "A", new string(code.Reverse().ToArray()), new string('A', 100_000)];
        Assert.All(wrong, typed => Assert.False(_code.Matches(typed)));
    }

    [Fact]
    public void Once_the_camera_is_claimed_there_is_no_code_and_no_file()
    {
        var code = _code.Current()!;
        _ = _accounts.AddFirst("Ada", "ada", AccountRole.Administrator, "hash");

        Assert.Null(_code.Current());
        Assert.False(_code.Matches(code));
        Assert.False(System.IO.File.Exists(File));
        Assert.True(Restarted().IsClaimed);
    }

    public void Dispose() => _state.Dispose();

    private SetupCode Restarted() => In(_state.Directory, _accounts);

    private static SetupCode In(string directory, AccountStore accounts) =>
        new(Options.Create(new StorageOptions { Directory = directory }), accounts);
}
