using System.Globalization;
using Microsoft.Extensions.Options;
using PiLittleEye.Accounts;
using PiLittleEye.Storage;

namespace PiLittleEye.Benchmarks.Served;

/// <summary>Many accounts beside the running service, all with one password: hashing each would take longer than what is measured.</summary>
internal static class AccountCrowd
{
    public const string Password = "seven small ships";

    /// <summary>The name of one of them.</summary>
    /// <param name="kind">What they have in common.</param>
    /// <param name="number">Which.</param>
    public static string NameOf(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind} {number}");

    /// <param name="product">The service.</param>
    /// <param name="kind">Begins their names; small letters, digits and spaces.</param>
    /// <param name="count">How many.</param>
    /// <param name="more">SQL run for them after that, with $kind for all their names.</param>
    public static void Add(ServedProduct product, string kind, int count, string? more = null)
    {
        var database = new Database(Options.Create(new StorageOptions { Directory = product.StateDirectory }));
        var hash = new Passwords().Hash(Password);
        database.Change(add =>
        {
            add.CommandText = """
                INSERT INTO account (name, name_key, role, password_hash, created_at) VALUES ($name, $name, 'Viewer', $hash, $now)
                """;
            add.Parameters.AddWithValue("$hash", hash);
            add.Parameters.AddWithValue("$now", StoredMoment.Text(TimeProvider.System.GetUtcNow()));
            var name = add.Parameters.AddWithValue("$name", string.Empty);
            for (var number = 0; number < count; number++)
            {
                name.Value = NameOf(kind, number);
                add.ExecuteNonQuery();
            }

            if (more is not null)
            {
                add.CommandText = more;
                add.Parameters.AddWithValue("$kind", $"{kind} %");
                add.ExecuteNonQuery();
            }

            return count;
        });
    }
}
