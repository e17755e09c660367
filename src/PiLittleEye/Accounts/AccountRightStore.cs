using System.Globalization;
using Microsoft.Data.Sqlite;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the table <c>account_right</c>, as part of what is read of and done to an account.</summary>
internal static class AccountRightStore
{
    /// <summary>All of one account in one text, for <see cref="Read"/>; null when it may do nothing.</summary>
    public const string Column =
        "(SELECT group_concat(rights || ' ' || camera, char(10)) FROM account_right WHERE account_id = account.id)";

    public static Grants Read(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? Grants.None : new Grants(row.GetString(column).Split('\n').Select(Pair));

    /// <summary>These instead of those it had.</summary>
    public static void Write(SqliteCommand command, long accountId, Grants rights)
    {
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$id", accountId);
        command.CommandText = "DELETE FROM account_right WHERE account_id = $id";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO account_right (account_id, camera, rights) VALUES ($id, $camera, $rights)";
        var (camera, right) = (command.Parameters.Add("$camera", SqliteType.Text), command.Parameters.Add("$rights", SqliteType.Integer));
        foreach (var (id, may) in rights.ByCamera)
        {
            (camera.Value, right.Value) = (id, (int)may);
            command.ExecuteNonQuery();
        }
    }

    private static KeyValuePair<string, Right> Pair(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        return new(line[(blank + 1)..], (Right)int.Parse(line.AsSpan(0, blank), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
