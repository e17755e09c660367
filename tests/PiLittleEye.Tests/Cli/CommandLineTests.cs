using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Cli;

namespace PiLittleEye.Tests.Cli;

public sealed class CommandLineTests
{
    private static readonly string[] s_settings = ["--Https:Port", "5550", "--Cameras:0:Name=Bench cam", "--Storage:Directory=/tmp/a b"];

    private readonly List<IReadOnlyList<string>> _served = [];
    private readonly List<IReadOnlyList<string>> _built = [];

    [Fact]
    public async Task Without_a_verb_it_serves_with_the_settings_as_they_were_typed()
    {
        Assert.Equal(7, await RunAsync(s_settings));
        Assert.Equal(s_settings, Assert.Single(_served));
    }

    [Fact]
    public async Task Serve_does_the_same()
    {
        Assert.Equal(7, await RunAsync(["serve", .. s_settings]));
        Assert.Equal(s_settings, Assert.Single(_served));
    }

    [Theory]
    [InlineData("setup-code")]
    [InlineData("check-settings")]
    [InlineData("list-cameras")]
    [InlineData("disable-address-lists")]
    [InlineData("disable-address-lists", "--json")]
    [InlineData("camera-test", "--camera", "back", "--out", "a.jpg")]
    [InlineData("camera-test", "--out=a.jpg")]
    [InlineData("audit", "verify")]
    [InlineData("audit", "verify", "--json")]
    [InlineData("key", "add", "slicer", "--camera", "front", "--camera", "back", "--rights", "watch", "--days", "7", "--json")]
    [InlineData("key", "add", "slicer")]
    [InlineData("key", "list")]
    [InlineData("key", "revoke", "3")]
    public async Task Every_other_verb_composes_with_the_settings_and_serves_nothing(params string[] verb)
    {
        Assert.Equal(9, await RunAsync([.. verb, .. s_settings]));
        Assert.Equal(s_settings, Assert.Single(_built));
        Assert.Empty(_served);
    }

    [Fact]
    public void Settings_arrive_as_they_were_typed_whatever_they_are()
    {
        var letters = Gen.Elements("Https", "Port", "0", "9", "-", "/", ":", ".", " ", "é", "\"", "'", "#", "%", "=", "serve", "--", "x");
        var texts = letters.ArrayOf().Select(string.Concat);
        var settings = texts.Zip(texts).Select(pair => $"--Room:{pair.Item1}={pair.Item2}").ArrayOf();
        Prop.ForAll(
                settings.ToArbitrary(),
                typed =>
                {
                    _served.Clear();
                    return RunAsync(["serve", .. typed]).GetAwaiter().GetResult() == 7 && _served[0].SequenceEqual(typed);
                }
            )
            .Check(Config.QuickThrowOnFailure);
    }

    private Task<int> RunAsync(string[] arguments) => CommandLine.RunAsync(arguments, new CommandDoors(ServeAsync, Build, GuardAsync));

    private Task<int> ServeAsync(IReadOnlyList<string> settings)
    {
        _served.Add(settings);
        return Task.FromResult(7);
    }

    private Microsoft.AspNetCore.Builder.WebApplication Build(IReadOnlyList<string> settings)
    {
        _built.Add(settings);
        throw new NotSupportedException("The verb goes no further.");
    }

    private static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        await Assert.ThrowsAsync<NotSupportedException>(work);
        return 9;
    }
}
