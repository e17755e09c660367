using System.Globalization;
using PiLittleEye.Problems;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Storage;

public sealed class DatabaseMigratorTests : IDisposable
{
    private const string Resources = "PiLittleEye.Storage.Migrations.";

    private readonly TemporaryDirectory _directory = new();

    private Database Database => TemporaryState.DatabaseIn(_directory.Path);

    private static List<string> Steps =>
        [
            .. typeof(Database)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Resources, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void No_two_steps_have_the_same_number()
    {
        var numbers = Steps.Select(step => int.Parse(step[Resources.Length..][..4], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(numbers.Distinct(), numbers);
    }

    [Fact]
    public void A_new_database_gets_every_step_and_is_readable_by_its_owner_alone()
    {
        Migrate();

        Assert.Equal(Steps.Count, Version);
        var tables = Tables().ToHashSet(StringComparer.Ordinal);
        Assert.Contains("account", tables);
        Assert.Contains("audit", tables);
        Assert.Contains("session", tables);
        Assert.Contains("setting", tables);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Database.Path));
    }

    [Fact]
    public void A_step_that_was_done_is_not_done_again()
    {
        Migrate();
        Execute("INSERT INTO setting VALUES ('camera:bench', '{}', 'now')");

        Migrate();

        Assert.Equal(Steps.Count, Version);
        Assert.Equal(1L, Execute("SELECT count(*) FROM setting"));
    }

    [Fact]
    public void A_database_of_an_earlier_version_keeps_its_rows_and_gets_what_is_missing()
    {
        Run(Steps[0]);
        Execute("PRAGMA user_version = 1");
        Execute("INSERT INTO setting VALUES ('camera:bench', '{}', 'now')");

        Migrate();

        Assert.Equal(Steps.Count, Version);
        Assert.Equal("camera:bench", Execute("SELECT section FROM setting"));
        Assert.Contains("account", Tables());
    }

    [Fact]
    public void A_step_that_fails_leaves_the_database_as_it_was()
    {
        Run(Steps[0]);
        Execute("PRAGMA user_version = 1");
        Execute("CREATE TABLE session (in_the_way INTEGER)");

        var failure = Assert.Throws<CannotStartException>(Migrate);

        Assert.StartsWith($"The database {Database.Path} cannot be used: ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, Version);
        Assert.Equal(["session", "setting"], Tables());
    }

    [Fact]
    public void A_database_of_a_newer_version_is_left_alone_and_a_person_is_asked()
    {
        Migrate();
        Execute("PRAGMA user_version = 1000");

        var refusal = Assert.Throws<CannotStartException>(Migrate);

        Assert.True(refusal.NeedsPerson);
        Assert.Contains(
            $"was written by a newer version (schema 1000, this version knows {Steps.Count})",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(1000, Version);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named_with_a_remedy()
    {
        var file = _directory.Write(Database.FileName, new string('x', 5000));

        var refusal = Assert.Throws<CannotStartException>(Migrate);

        Assert.StartsWith($"The database {file} cannot be used: ", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("restore a copy or move it away to start anew.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_service_and_the_command_line_may_both_find_a_new_database()
    {
        for (var round = 0; round < 10; round++)
        {
            var directory = Directory.CreateDirectory(_directory.File($"{round}")).FullName;
            Together.Run(3, _ => new DatabaseMigrator(TemporaryState.DatabaseIn(directory)).Migrate());
            TemporaryState.Forget(TemporaryState.DatabaseIn(directory));
        }
    }

    [Fact]
    public void A_full_disk_is_named_with_a_remedy()
    {
        using var disk = FullDisk.Mount();
        disk.Fill();
        var refusal = Assert.Throws<CannotStartException>(() => new DatabaseMigrator(TemporaryState.DatabaseIn(disk.Path)).Migrate());
        Assert.Contains("Free some space", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private int Version => Convert.ToInt32(Execute("PRAGMA user_version"), CultureInfo.InvariantCulture);

    private void Migrate() => new DatabaseMigrator(Database).Migrate();

    private object? Execute(string sql) => TemporaryState.Execute(Database, sql);

    private void Run(string step)
    {
        using var reader = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(step)!);
        Execute(reader.ReadToEnd());
    }

    private IEnumerable<string> Tables()
    {
        var names = Execute("SELECT group_concat(name, ',') FROM (SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name)");
        return $"{names}".Split(',').Where(name => !name.StartsWith("sqlite_", StringComparison.Ordinal));
    }
}
