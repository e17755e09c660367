using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Architecture;

/// <summary>Every operation of the API x everybody who may ask, against the running appliance and one table.</summary>
public sealed class AccessTableTests
{
    // What strangers may do at all. Whoever lengthens this list should be able to say why.
    private static readonly string[] s_open =
    [
        "POST /api/v1/claim",
        "POST /api/v1/session",
        "POST /sign-in",
        "GET /healthz",
        "HEAD /healthz",
        "GET /readyz",
        "HEAD /readyz",
        "GET /authority.pem",
        "GET /authority.crt",
    ];

    [Fact]
    public async Task Everybody_is_answered_as_the_table_says()
    {
        var table = AccessTable.Read();
        var made = new AccessTable();
        var wrong = new List<string>();
        foreach (var caller in Enum.GetValues<AccessCaller>())
        {
            // An appliance of its own for each: what one changes or is made to wait for must not count for the next.
            await using var door = await AccessDoor.OpenAsync(caller);
            foreach (var (method, path, _) in ApiDocument.Operations)
            {
                var status = await door.KnockAsync(method, path);
                made.Note(method, path, caller, status);
                if (table.Expected(method, path, caller) is var expected && expected != $"{status}")
                {
                    wrong.Add($"{method} {path} answers {status} to {caller}, and the table says {expected}");
                }
            }
        }

        if (ApiDocument.IsToBeWritten)
        {
            made.Write();
        }

        Assert.Equal(string.Empty, string.Join('\n', wrong));
    }

    [Fact]
    public void No_operation_is_missing_from_the_table_and_none_is_in_it_that_there_is_not() =>
        Assert.Equal(
            ApiDocument.Operations.Select(operation => $"{operation.Path} {operation.Method}").Order(StringComparer.Ordinal),
            AccessTable.Read().Operations
        );

    [Fact]
    public void Who_shows_nothing_that_is_good_is_answered_as_nobody_is()
    {
        var table = AccessTable.Read();
        Assert.All(
            ApiDocument.Operations,
            operation =>
            {
                var (method, path, _) = operation;
                var nobody = table.Expected(method, path, AccessCaller.Nobody);
                Assert.Equal(s_open.Contains($"{method} {path}"), nobody != "401" || (path is "/api/v1/session" && method == "POST"));
                Assert.Equal(nobody, table.Expected(method, path, AccessCaller.ExpiredTicket));
                Assert.Equal(nobody, table.Expected(method, path, AccessCaller.LockedAccount));
                Assert.Equal(nobody, table.Expected(method, path, AccessCaller.OldSession));
            }
        );
    }

    [Fact]
    public void Only_people_change_what_is_about_who_may_come_in()
    {
        var table = AccessTable.Read();
        AccessCaller[] programs = [AccessCaller.Ticket, AccessCaller.OtherTicket, AccessCaller.Key, AccessCaller.OtherKey];
        Assert.All(
            ApiDocument.Operations.Where(operation =>
                operation.Method is "POST" or "PUT" or "PATCH" or "DELETE"
                && !s_open.Contains($"{operation.Method} {operation.Path}")
                && !operation.Path.StartsWith("/api/v1/cameras/", StringComparison.Ordinal)
            ),
            operation =>
                Assert.All(
                    programs,
                    program =>
                        Assert.True(
                            table.Expected(operation.Method, operation.Path, program) is "401" or "403",
                            $"{program} at {operation.Method} {operation.Path}"
                        )
                )
        );
    }
}
