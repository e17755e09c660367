using System.Text;
using Microsoft.Extensions.Configuration;
using PiLittleEye.Settings;

namespace PiLittleEye.Tests.Settings;

public sealed class SettingsSectionTests
{
    private readonly List<SettingsProblem> _problems = [];

    private IEnumerable<string> Sentences => _problems.Select(problem => problem.ToString());

    [Fact]
    public void What_is_not_there_is_the_default()
    {
        var section = CreateSection("{}");

        Assert.Equal("text", section.Text("Text", "text"));
        Assert.Equal(7, section.Integer("Number", 7, 1, 10));
        Assert.Equal("b", section.OneOf("Choice", "b", ["a", "b"]));
        Assert.Null(section.OptionalText("Maybe"));
        Assert.Empty(section.Texts("List"));
        Assert.Empty(section.Items());
        Assert.Empty(_problems);
    }

    [Fact]
    public void What_is_there_is_read()
    {
        var section = CreateSection("""{ "Text": "t", "Number": 3, "Choice": "a", "Maybe": "m", "List": ["x", "y"] }""");

        Assert.Equal("t", section.Text("Text", "text"));
        Assert.Equal(3, section.Integer("Number", 7, 1, 10));
        Assert.Equal("a", section.OneOf("Choice", "b", ["a", "b"]));
        Assert.Equal("m", section.OptionalText("Maybe"));
        Assert.Equal(["x", "y"], section.Texts("List"));
        section.RefuseUnknownKeys();
        Assert.Empty(_problems);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("-3")]
    [InlineData("3.0")]
    [InlineData("\"three\"")]
    [InlineData("\"\"")]
    [InlineData("\" 3\"")]
    [InlineData("\"0x3\"")]
    [InlineData("99999999999")]
    [InlineData("true")]
    public void A_number_out_of_range_or_none_at_all_is_told_and_the_default_holds(string value)
    {
        var section = CreateSection($$"""{ "Number": {{value}} }""");

        Assert.Equal(7, section.Integer("Number", 7, 1, 10));

        Assert.EndsWith("; use a whole number from 1 to 10.", Assert.Single(Sentences), StringComparison.Ordinal);
        Assert.StartsWith("Some:Number is ", Assert.Single(Sentences), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("")]
    [InlineData("c")]
    public void A_word_that_is_none_of_those_allowed_is_told_with_all_of_them(string word)
    {
        var section = CreateSection($$"""{ "Choice": "{{word}}" }""");

        Assert.Equal("b", section.OneOf("Choice", "b", ["a", "b"]));

        Assert.Equal([$"Some:Choice is \"{word}\"; use one of a, b."], Sentences);
    }

    [Fact]
    public void An_empty_text_is_a_text_but_not_an_optional_one()
    {
        var section = CreateSection("""{ "Text": "", "Maybe": "" }""");
        Assert.Equal("", section.Text("Text", "text"));
        Assert.Null(section.OptionalText("Maybe"));
    }

    [Fact]
    public void A_key_that_nobody_read_is_told_with_those_that_exist()
    {
        var section = CreateSection("""{ "Prot": 5220, "Deep": { "er": 1 } }""");
        section.Text("Port", "");
        section.Text("Address", "");

        section.RefuseUnknownKeys();

        Assert.Equal(
            [
                "Some:Deep is \"a section\"; remove it, or use one of Address, Port.",
                "Some:Prot is \"5220\"; remove it, or use one of Address, Port.",
            ],
            Sentences
        );
    }

    [Fact]
    public void Where_no_key_exists_none_is_recommended()
    {
        CreateSection("""{ "Stray": 1 }""").RefuseUnknownKeys();
        Assert.Equal(["Some:Stray is \"1\"; remove it."], Sentences);
    }

    [Fact]
    public void Upper_and_lower_case_are_the_same()
    {
        var section = CreateSection("""{ "pORT": 5 }""");
        Assert.Equal(5, section.Integer("Port", 1, 1, 10));
        section.RefuseUnknownKeys();
        Assert.Empty(_problems);
    }

    [Theory]
    [InlineData("""{ "x": 1 }""")]
    [InlineData("[1, 2]")]
    public void A_section_where_one_value_belongs_is_told(string value)
    {
        var section = CreateSection($$"""{ "Number": {{value}} }""");

        Assert.Equal(7, section.Integer("Number", 7, 1, 10));
        section.RefuseUnknownKeys();

        Assert.Equal(["Some:Number is \"a section\"; write one value there, without brackets or braces."], Sentences);
    }

    [Fact]
    public void A_value_where_a_section_belongs_is_told()
    {
        var section = CreateSection("5220");

        section.RefuseUnknownKeys();

        Assert.Equal(["Some is \"5220\"; write a section there, in braces or brackets."], Sentences);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public void A_section_with_nothing_in_it_is_all_right(string json)
    {
        CreateSection(json).RefuseUnknownKeys();
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_value_where_a_list_belongs_is_told()
    {
        var section = CreateSection("""{ "Names": "a.example" }""");

        Assert.Empty(section.Texts("Names"));
        section.RefuseUnknownKeys();

        Assert.Equal(["Some:Names is \"a.example\"; write a list there, as [\"a\", \"b\"]."], Sentences);
    }

    [Fact]
    public void A_member_of_a_list_that_is_no_value_is_told()
    {
        var section = CreateSection("""{ "Names": ["a.example", { "b": 1 }] }""");

        Assert.Equal(["a.example"], section.Texts("Names"));

        Assert.Equal(["Some:Names:1 is \"a section\"; write one value there, without brackets or braces."], Sentences);
    }

    [Fact]
    public void The_members_of_a_list_of_sections_come_in_order_each_with_its_own_keys()
    {
        var section = CreateSection("""[{ "Id": "a" }, { "Id": "b", "Odd": 1 }]""");

        var ids = new List<string>();
        foreach (var item in section.Items())
        {
            ids.Add(item.Text("Id", ""));
            item.RefuseUnknownKeys();
        }

        section.RefuseUnknownKeys();
        Assert.Equal(["a", "b"], ids);
        Assert.Equal(["Some:1:Odd is \"1\"; remove it, or use one of Id."], Sentences);
    }

    [Fact]
    public void More_than_nine_members_stay_in_order()
    {
        var section = CreateSection($"[{string.Join(',', Enumerable.Range(0, 12).Select(index => $$"""{ "Id": "{{index}}" }"""))}]");
        Assert.Equal(Enumerable.Range(0, 12).Select(index => $"{index}"), section.Items().Select(item => item.Text("Id", "")));
    }

    private SettingsSection CreateSection(string json)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Some": {{json}} }""")))
            .Build();
        return new SettingsSection(configuration.GetSection("Some"), _problems);
    }
}
