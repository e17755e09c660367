using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Settings;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Settings;

[Collection(SharedEnvironment.Name)]
public sealed class SettingsFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public void Drop_ins_win_over_the_file_in_order_of_name_and_the_command_line_over_all()
    {
        var file = _directory.Write("settings.json", """{ "A": { "x": "file", "y": "file", "z": "file", "w": "file" } }""");
        var later = _directory.Write("conf.d/20-later.json", """{ "A": { "y": "later" } }""");
        var first = _directory.Write("conf.d/10-first.json", """{ "A": { "y": "first", "z": "first" } }""");
        _directory.Write("conf.d/30-not-this.txt", """{ "A": { "x": "text" } }""");

        var (configuration, files) = SettingsFile.Read(["--settings", file, "--A:w", "line", "--A:v=line"]);

        Assert.Equal([file, first, later], files);
        Assert.Equal(["line", "line", "file", "later", "first"], configuration.GetSection("A").GetChildren().Select(child => child.Value));
    }

    [Fact]
    public void The_environment_wins_over_files_and_loses_against_the_command_line()
    {
        using var first = new EnvironmentVariable("PILITTLEEYE__A__x", "environment");
        using var second = new EnvironmentVariable("PILITTLEEYE__A__y", "environment");
        using var stranger = new EnvironmentVariable("PILITTLEEYES__A__z", "environment");
        var file = _directory.Write("settings.json", """{ "A": { "x": "file", "y": "file" } }""");

        var (configuration, _) = SettingsFile.Read(["--settings", file, "--A:y", "line"]);

        Assert.Equal(("environment", "line", null), (configuration["A:x"], configuration["A:y"], configuration["A:z"]));
    }

    [Fact]
    public void An_empty_value_of_a_later_layer_is_a_value()
    {
        using var empty = new EnvironmentVariable("PILITTLEEYE__A__x", " ");
        var file = _directory.Write("settings.json", """{ "A": { "x": "file", "y": "file" } }""");

        var (configuration, _) = SettingsFile.Read(["--settings", file, "--A:y="]);

        Assert.Equal((" ", ""), (configuration["A:x"], configuration["A:y"]));
    }

    [Fact]
    public void Comments_and_trailing_commas_are_allowed()
    {
        var file = _directory.Write(
            "settings.json",
            """
            // What the installer decides.
            { "A": { /* here */ "x": "1", }, }
            """
        );
        Assert.Equal("1", SettingsFile.Read(["--settings", file]).Configuration["A:x"]);
    }

    [Fact]
    public void A_byte_order_mark_as_some_editors_write_it_is_allowed()
    {
        var file = _directory.Write("settings.json", "\ufeff{ \"A\": { \"x\": \"1\" } }");
        Assert.Equal("1", SettingsFile.Read(["--settings", file]).Configuration["A:x"]);
    }

    [Fact]
    public void Without_a_file_there_are_defaults_and_arguments()
    {
        var (configuration, files) = SettingsFile.Read(["--A:x", "line"]);
        Assert.Equal("line", configuration["A:x"]);
        Assert.DoesNotContain(files, file => file.StartsWith(_directory.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Broken_files_are_named_with_the_line_all_of_them()
    {
        var file = _directory.Write("settings.json", "{\n  \"A\": {\n    \"x\": 1\n    \"y\": 2\n  }\n}");
        var dropIn = _directory.Write("conf.d/10.json", "{ \"A\": ");

        var wrong = Assert.Throws<SettingsException>(() => SettingsFile.Read(["--settings", file]));

        Assert.Equal(
            [
                $"{file} is \"not JSON at line 4\"; mend the comma, quote or bracket there.",
                $"{dropIn} is \"not JSON at line 1\"; mend the comma, quote or bracket there.",
            ],
            wrong.Problems.Select(problem => problem.ToString())
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("// nothing")]
    [InlineData("[1, 2]")]
    [InlineData("5220")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{ 'A': 1 }")]
    [InlineData("""{ "A": { "x": 1, "x": 2 } }""")]
    [InlineData("""{ "A": { "x": 1 }, "a": { "X": 2 } }""")]
    public void A_file_that_cannot_be_settings_is_a_problem_with_its_name(string text)
    {
        var file = _directory.Write("settings.json", text);
        var wrong = Assert.Throws<SettingsException>(() => SettingsFile.Read(["--settings", file]));
        Assert.Equal(file, Assert.Single(wrong.Problems).Key);
    }

    [Fact]
    public void A_key_that_stands_there_twice_is_named()
    {
        var file = _directory.Write("settings.json", """{ "Https": { "Port": 1, "port": 2 } }""");
        var wrong = Assert.Throws<SettingsException>(() => SettingsFile.Read(["--settings", file]));
        Assert.Contains("Https:port", wrong.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_a_problem()
    {
        // A link to nothing cannot be read even by root; a folder of that name is no file.
        var file = _directory.Write("settings.json", "{}");
        Directory.CreateDirectory(_directory.File("conf.d/10-folder.json"));
        _directory.Write("conf.d/20.json", "{}");
        File.CreateSymbolicLink(_directory.File("conf.d/30-gone.json"), _directory.File("no-such-file"));

        var wrong = Assert.Throws<SettingsException>(() => SettingsFile.Read(["--settings", file]));

        Assert.Equal(_directory.File("conf.d/30-gone.json"), Assert.Single(wrong.Problems).Key);
    }

    [Theory]
    [InlineData("--settings", "/no/such/file.json")]
    [InlineData("--settings", "/")]
    [InlineData("--settings", "/etc")]
    [InlineData("--settings", "")]
    [InlineData("--settings", "a\0b")]
    [InlineData("--settings=")]
    public void A_file_that_is_named_must_exist(params string[] arguments)
    {
        var wrong = Assert.Throws<SettingsException>(() => SettingsFile.Read(arguments));
        Assert.Equal("--settings", Assert.Single(wrong.Problems).Key);
    }

    [Theory]
    [InlineData("--Port", "5220")]
    [InlineData("Https:Port", "5220")]
    [InlineData("-Https:Port=5220")]
    [InlineData("--Https:Port")]
    [InlineData("--settings")]
    public void Any_other_argument_is_a_problem_that_shows_how_to_write_it(params string[] arguments)
    {
        var wrong = Assert.Throws<SettingsException>(() => SettingsFile.Read(arguments));
        Assert.EndsWith("; use --settings FILE or --Section:Key VALUE, as --Https:Port 5220.", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serv")]
    [InlineData("")]
    public void A_word_that_is_no_verb_is_called_so_and_takes_no_setting_with_it(string word)
    {
        var wrong = Assert.Throws<SettingsException>(() => SettingsFile.Read([word, "--Https:Port", "5220"]));
        Assert.Equal(
            $"The argument is \"{word}\"; use a verb that --help names, --settings FILE or --Section:Key VALUE, as --Https:Port 5220.",
            wrong.Message
        );
    }

    [Fact]
    public void Whatever_the_arguments_are_they_are_read_or_refused()
    {
        var file = _directory.Write("settings.json", "{}");
        var pieces = Gen.Elements(
            "--settings",
            file,
            "--",
            "--A:x",
            "--A:x=1",
            "=",
            "--:=",
            "--:",
            "--A::x",
            "-",
            "/",
            "",
            "\0",
            "--A:\0=\0"
        );
        var texts = Gen.OneOf(
            pieces,
            ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? ""),
            pieces.ArrayOf().Select(string.Concat)
        );
        Prop.ForAll(
                texts.ArrayOf().ToArbitrary(),
                arguments =>
                {
                    try
                    {
                        var settings = new InstallerSettings(arguments);
                        settings.Section("A", section => section.Integer("x", 1, 1, 10));
                        settings.ThrowIfWrong();
                    }
                    catch (SettingsException wrong)
                    {
                        Assert.NotEmpty(wrong.Problems);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true));
    }

    public void Dispose() => _directory.Dispose();
}
