using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class PasswordsTests
{
    private const string Right = "nine lives of a cat";

    private readonly Passwords _passwords = new();

    [Fact]
    public async Task The_right_password_is_recognised_and_others_are_not()
    {
        var account = Account(_passwords.Hash(Right));
        Assert.Equal(PasswordVerificationResult.Success, await VerifyAsync(account, Right));
        Assert.Equal(PasswordVerificationResult.Failed, await VerifyAsync(account, "nine lives of a Cat"));
        Assert.Equal(PasswordVerificationResult.Failed, await VerifyAsync(account, string.Empty));
    }

    [Fact]
    public async Task Nobody_has_no_password()
    {
        Assert.Equal(PasswordVerificationResult.Failed, await VerifyAsync(null, Right));
        Assert.Equal(PasswordVerificationResult.Failed, await VerifyAsync(null, string.Empty));
    }

    [Fact]
    public async Task A_cheaper_hash_of_former_times_is_made_anew()
    {
        var former = new PasswordHasher<Account>();
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, await VerifyAsync(Account(former.HashPassword(null!, Right)), Right));
    }

    [Fact]
    public void Two_hashes_of_one_password_differ() => Assert.NotEqual(_passwords.Hash(Right), _passwords.Hash(Right));

    [Fact]
    public async Task An_unknown_name_takes_as_long_as_a_known_one_the_first_time_too()
    {
        var account = Account(_passwords.Hash(Right));
        await VerifyAsync(account, "warm up");
        var unknown = await TimeAsync(null);
        var known = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            // The quickest of several: what disturbs a measurement only makes it longer.
            unknown = Quicker(unknown, await TimeAsync(null));
            known = Quicker(known, await TimeAsync(account));
        }

        // Without a hash it would be a thousandth; a busy machine disturbs both.
        Assert.InRange(unknown / known, 0.4, 2.5);
    }

    [Fact]
    public async Task Of_a_flood_only_a_few_wait_and_the_others_are_told_at_once()
    {
        // One takes its time at the head of the queue; those behind it are cheap, as this test shall be.
        var former = Account(new PasswordHasher<Account>().HashPassword(null!, Right));
        var flood = new List<Task<PasswordVerificationResult?>> { VerifyAsync(Account(_passwords.Hash(Right)), Right) };
        flood.AddRange(Enumerable.Range(0, 199).Select(_ => VerifyAsync(former, Right)));
        // One by one, each with the whole patience: twenty hashes in a row take longer than that on a busy machine.
        var verdicts = new List<PasswordVerificationResult?>();
        foreach (var check in flood)
        {
            verdicts.Add(await Limit.On(check, "who waits is answered"));
        }

        // The one at the head may have been done before the last came.
        Assert.InRange(verdicts.Count(verdict => verdict is not null and not PasswordVerificationResult.Failed), 20, 40);
        Assert.NotNull(await _passwords.HashAsync(Right, TestContext.Current.CancellationToken));
    }

    private static TimeSpan Quicker(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static Account Account(string hash) => new(1, "Ada", AccountRole.Viewer, hash);

    private Task<PasswordVerificationResult?> VerifyAsync(Account? account, string password) =>
        _passwords.VerifyAsync(account, password, TestContext.Current.CancellationToken);

    private async Task<TimeSpan> TimeAsync(Account? account)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await VerifyAsync(account, "a wrong guess");
        return Stopwatch.GetElapsedTime(startedAt);
    }
}
