using Microsoft.Data.Sqlite;
using PiLittleEye.Rights;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>How a row of the table <c>account</c> is read, with what other tables say of it.</summary>
internal static class AccountRowStore
{
    /// <summary>What <see cref="Read"/> reads, in its order, of a table called account.</summary>
    public const string Columns = $"""
        account.id, account.name, account.role, account.password_hash, account.locked_at, account.owes, account.expires_at, account.failures,
        account.unlocks, {AccountRightStore.Column},
        EXISTS (SELECT 1 FROM second_factor WHERE account_id = account.id AND secret IS NOT NULL),
        EXISTS (SELECT 1 FROM second_factor_required WHERE role = account.role)
        """;

    public const int ColumnCount = 12;

    /// <summary>What <see cref="ReadItem"/> reads; $now is the moment for which it counts.</summary>
    public const string ItemColumns = $"""
        {Columns}, account.created_at, account.seen_at,
        (SELECT count(*) FROM session WHERE account_id = account.id AND expires_at > $now)
        """;

    public static Account Read(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), Enum.Parse<AccountRole>(row.GetString(2)), row.GetString(3))
        {
            LockedAt = MomentOrNull(row, 4),
            OwesPassword = !row.IsDBNull(5),
            ExpiresAt = MomentOrNull(row, 6),
            Failures = row.GetInt32(7),
            Unlocks = row.GetInt64(8),
            Given = AccountRightStore.Read(row, 9),
            HasSecondFactor = row.GetBoolean(10),
            NeedsSecondFactor = row.GetBoolean(11),
        };

    public static AccountItem ReadItem(SqliteDataReader row)
    {
        var account = Read(row);
        return new AccountItem(
            account.Id,
            account.Name,
            RoleWords.Of(account.Role),
            account.LockedAt is not null || account.IsGuarded,
            account.Owes,
            StoredMoment.Of(row.GetString(ColumnCount)),
            MomentOrNull(row, ColumnCount + 1),
            account.ExpiresAt,
            account.HasSecondFactor,
            row.GetInt32(ColumnCount + 2),
            GrantWords.Of(account.Rights)
        );
    }

    private static DateTimeOffset? MomentOrNull(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : StoredMoment.Of(row.GetString(column));
}
