using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PiLittleEye.Tests.Architecture;

public sealed class SettingsFileTests
{
    private static readonly string s_shipped = Path.Combine(House.Checkout, "deploy", "settings.json");

    [Fact]
    public async Task The_shipped_settings_file_says_exactly_what_the_program_does_without_it()
    {
        var types = typeof(Program).Assembly.GetTypes().Where(type => type.GetField("Section")?.IsLiteral == true).ToList();
        Assert.NotEmpty(types);
        await using var without = Program.Build([]);
        await using var with = Program.Build(["--settings", s_shipped]);
        Assert.All(types, type => Assert.Equal(Describe(without.Services, type), Describe(with.Services, type)));
    }

    [Fact]
    public void Every_section_stands_in_the_shipped_settings_file()
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(s_shipped),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        var sections = typeof(Program)
            .Assembly.GetTypes()
            .Select(type => type.GetField("Section"))
            .Where(field => field?.IsLiteral == true)
            .Select(field => (string)field!.GetRawConstantValue()!);
        Assert.Equal(sections.Order(), file.RootElement.EnumerateObject().Select(section => section.Name).Order());
    }

    private static string Describe(IServiceProvider services, Type options)
    {
        var holder = services.GetRequiredService(typeof(IOptions<>).MakeGenericType(options));
        var value = holder.GetType().GetProperty("Value", BindingFlags.Public | BindingFlags.Instance)!.GetValue(holder);
        return JsonSerializer.Serialize(value, options);
    }
}
