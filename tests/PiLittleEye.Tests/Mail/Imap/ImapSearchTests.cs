using System.Text;
using PiLittleEye.Mail.Imap;

namespace PiLittleEye.Tests.Mail.Imap;

public sealed class ImapSearchTests
{
    private static readonly DateOnly s_day = new(2026, 3, 7);

    [Fact]
    public void The_command_says_what_is_wanted()
    {
        Assert.Equal(["UID SEARCH UID 8:* SINCE 7-Mar-2026"], Search(7, [], isExtended: false).Commands());
        Assert.Equal(
            ["UID SEARCH RETURN (ALL) UID 8:* SINCE 7-Mar-2026 OR FROM \"b@c\" FROM \"a\\\"@b\""],
            Search(7, ["a\"@b", "b@c"], isExtended: true).Commands()
        );
    }

    [Theory]
    [InlineData("grüße@example.org")]
    [InlineData("a\r\nE9 DELETE INBOX")]
    public void What_a_server_might_misunderstand_is_not_asked(string address) =>
        Assert.Equal(["UID SEARCH UID 1:* SINCE 7-Mar-2026"], Search(0, ["a@b", address], isExtended: false).Commands());

    [Fact]
    public void No_command_is_longer_than_any_server_takes_and_no_address_is_lost()
    {
        var addresses = Enumerable.Range(0, 300).Select(number => $"somebody.with.a.long.name.{number}@example.org").ToList();
        var commands = Search(uint.MaxValue - 1, addresses, isExtended: true).Commands().ToList();
        Assert.All(commands, command => Assert.InRange(command.Length, 1, ImapSearch.MostCommand - "E4294967295 ".Length));
        Assert.All(addresses, address => Assert.Single(commands, command => command.Contains($"\"{address}\"", StringComparison.Ordinal)));
        // As many OR as it takes: one less than there are keys.
        Assert.All(commands, command => Assert.Equal(Count(command, "FROM "), Count(command, "OR ") + 1));
    }

    [Theory]
    [InlineData("* SEARCH 9 8 12", "8 9 12")]
    [InlineData("* search", "")]
    [InlineData("* SEARCH 7", "")]
    [InlineData("* SEARCH 3 8 x -1 99999999999 8", "8")]
    [InlineData("* ESEARCH (TAG \"E5\") UID ALL 9:8,12", "8 9 12")]
    [InlineData("* ESEARCH (TAG \"E5\") UID", "")]
    [InlineData("* ESEARCH UID MIN 8 COUNT 1 all 8", "8")]
    [InlineData("* ESEARCH UID ALL", "")]
    [InlineData("* 9 EXISTS", "")]
    public void Both_kinds_of_answer_are_understood(string answer, string found)
    {
        var search = Search(7, [], isExtended: true);
        search.Hear(ImapResponse.Read(Encoding.ASCII.GetBytes(answer), []));
        Assert.Equal(found, string.Join(' ', search.Found(500)));
    }

    private static ImapSearch Search(uint lastUid, IReadOnlyList<string> from, bool isExtended) => new(lastUid, s_day, from, isExtended);

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
