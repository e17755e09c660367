using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Audit;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class SignInTrailTests
{
    [Fact]
    public async Task Coming_going_and_being_refused_stand_in_the_log_and_what_was_typed_does_not()
    {
        var (application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var _ = application;
        using var right = await application.Anonymous().SignInAsync(PiLittleEyeApplication.Administrator, PiLittleEyeApplication.Password);
        using var left = await application
            .Client(PiLittleEyeApplication.TokenIn(right))
            .DeleteAsync("/api/v1/session", TestContext.Current.CancellationToken);
        using var wrong = await application.Anonymous().SignInAsync(PiLittleEyeApplication.Administrator, "not the password");
        using var swapped = await application.Anonymous().SignInAsync("my own password", "Ada");
        application.Services.GetRequiredService<AuditTally>().Flush();
        await application.Services.GetRequiredService<AuditLog>().SaveAsync(new AuditEntry("test-done", "All before is written."));

        var rows = application.Services.GetRequiredService<AuditStore>().After(0, 100).Select(row => row.Entry).ToList();
        var ada = PiLittleEyeApplication.Administrator;
        Assert.Equal(
            [
                ("claimed", ada),
                ("signed-in", ada),
                ("signed-in", ada),
                ("signed-out", ada),
                ("sign-in-refused", null),
                ("sign-in-refused", null),
            ],
            rows.Where(row => row.Kind != "test-done").Select(row => (row.Kind, row.Who))
        );
        Assert.All(rows.Where(row => row.Kind.StartsWith("signed", StringComparison.Ordinal)), row => Assert.Equal("127.0.0.1", row.From));
        Assert.Equal([ada, null], rows.Where(row => !row.Succeeded).Select(row => row.Subject));
        Assert.DoesNotContain(rows, row => $"{row}".Contains("password", StringComparison.OrdinalIgnoreCase));
    }
}
