using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PiLittleEye.Audit;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Audit;

public sealed class LogQuerySqlTests : IDisposable
{
    private readonly AuditRig _rig = new();

    public void Dispose() => _rig.Dispose();

    // A time would measure this machine; whether an index is taken, and whether anything is sorted first, is the same on every one.
    [Theory]
    [InlineData("", "SEARCH audit USING INTEGER PRIMARY KEY")]
    [InlineData("kind=claimed", "SEARCH audit USING INDEX audit_kind (kind=? AND id<?)")]
    [InlineData("kind=claimed,signed-in", "SEARCH audit USING INTEGER PRIMARY KEY")]
    [InlineData("who=Ada", "SEARCH audit USING INDEX audit_who (who=? AND id<?)")]
    [InlineData("alerts=true", "USING INDEX audit_alert (")]
    [InlineData("who=Ada&q=stream", "SEARCH audit USING INDEX audit_who (who=? AND id<?)")]
    public void Filters_take_an_index_and_sort_nothing(string asked, string plan)
    {
        var sql = LogQuerySql.Of("id < $edge", long.MaxValue, "id DESC", Read(asked));
        var steps = _rig.State.Database.Use(ask =>
        {
            ask.CommandText = $"EXPLAIN QUERY PLAN {sql.Text}";
            foreach (var (name, value) in sql.Values)
            {
                ask.Parameters.AddWithValue(name, value);
            }

            using var row = ask.ExecuteReader();
            var lines = new List<string>();
            while (row.Read())
            {
                lines.Add(row.GetString(3));
            }

            return lines;
        });
        Assert.Contains(plan, string.Join('\n', steps), StringComparison.Ordinal);
        Assert.DoesNotContain(steps, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("who=Ada", 1)]
    [InlineData("who=ada", 0)]
    [InlineData("kind=signed-in", 2)]
    [InlineData("kind=signed-in,claimed", 3)]
    [InlineData("kind=claimed&who=Ada", 0)]
    [InlineData("alerts=true", 1)]
    [InlineData("q=SIGNED", 2)]
    [InlineData("q=100%25", 1)]
    [InlineData("q=%25", 1)]
    [InlineData("q=_", 0)]
    [InlineData("q=%5C", 1)]
    [InlineData("q=ÉVE", 1)]
    [InlineData("q=éve signed", 1)]
    [InlineData("q=éve claimed", 0)]
    [InlineData("q=192.168.1.7 ada", 1)]
    public async Task What_is_found_is_what_was_asked_for(string asked, int count)
    {
        await _rig.WriteAsync(
            new AuditEntry("signed-in", "Ada signed in.") { Who = "Ada", From = "192.168.1.7" },
            new AuditEntry("signed-in", "Éve signed in.") { Who = "Éve" },
            new AuditEntry("claimed", "The quality is 100% now, and \\ is a sign.") { IsAlert = true }
        );
        Assert.Equal(count, _rig.Store.Page(Read(asked), 10).Count);
    }

    private static LogQuery Read(string asked) => LogQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(asked)), out _)!;
}
