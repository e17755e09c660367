using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.PhotoReplies.Import;

namespace PiLittleEye.Tests.PhotoReplies.Import;

public sealed class PrintCameraBotConfigTests
{
    private static readonly string[] s_keys =
    [
        "credentials",
        "email_subject",
        "polling_period",
        "max_emails",
        "2fa_lookback",
        "approved_users",
        "camera_port",
        "image_resolution",
        "exposure_time",
        "camera_boot_time",
        "logger_filesize",
        "log_filecount",
        "else",
    ];

    private static readonly string[] s_values =
    [
        "null",
        "1",
        "-1",
        "1e300",
        "0.5",
        "\"\"",
        "\"text\"",
        "[]",
        "[640,480]",
        "{}",
        """{"a@example.org":"ABCDEFGH","b":7,"c":null}""",
        """{"address":"a@example.org","password":"p","imap_host":9,"other":[]}""",
        """{"address":1,"address":"a@example.org","":null,"":"ABCDEFGH"}""",
        "1e400",
        "\"\\ud800\"",
        """{"address":"\ud800"}""",
        """{"\ud800":"\udfff"}""",
    ];

    [Theory]
    [InlineData("30", 60, true)]
    [InlineData("90", 90, false)]
    [InlineData("600", 300, true)]
    public void A_time_that_is_not_possible_here_becomes_the_nearest_that_is_and_that_is_said(string written, int taken, bool isSaid)
    {
        var config = Read($$"""{"2fa_lookback": {{written}}}""");
        Assert.Equal(taken, config.CodeSeconds);
        Assert.Equal(isSaid, config.Left.Any(left => left.Why.Contains("60 to 300", StringComparison.Ordinal)));
    }

    [Fact]
    public void Who_shared_a_secret_stands_together_and_no_secret_is_kept()
    {
        var config = Read(
            """{"approved_users": {"a@example.org": "ABCDEFGH", "b@example.org": "HGFEDCBA", "c@example.org": "ABCDEFGH"}}"""
        );
        Assert.Equal(
            [
                ["a@example.org", "c@example.org"],
                ["b@example.org"],
            ],
            config.Senders
        );
        Assert.DoesNotContain("ABCDEFGH", string.Join(' ', config.Left), StringComparison.Ordinal);
        Assert.Equal(3, config.Left.Count(left => left.Why.Contains("16.6 bits", StringComparison.Ordinal)));
    }

    [Fact]
    public void Who_stands_there_twice_is_one_sender()
    {
        var config = Read("""{"approved_users": {"a@example.org": "ABCDEFGH", "a@example.org": "ABCDEFGH"}}""");
        Assert.Equal(["a@example.org"], Assert.Single(config.Senders));
    }

    [Fact]
    public void Whatever_the_file_holds_each_key_is_taken_or_its_reason_told()
    {
        var files = Gen.Choose(0, s_keys.Length * s_values.Length - 1).ListOf(4).ToArbitrary();
        Prop.ForAll(
                files,
                numbers =>
                {
                    var file = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
                    foreach (var number in numbers)
                    {
                        file[s_keys[number % s_keys.Length]] = JsonElement.Parse(s_values[number / s_keys.Length]);
                    }

                    var config = PrintCameraBotConfig.Read(file);
                    Assert.All(config.Left, left => Assert.EndsWith(".", left.Why, StringComparison.Ordinal));
                    Assert.All(config.Left, left => Assert.True(char.IsUpper(left.Why[0]), left.Why));
                    var words = JsonSerializer.Serialize(config.Left);
                    Assert.DoesNotContain("ABCDEFGH", words, StringComparison.Ordinal);
                    foreach (var key in file.Select(one => one.Key).Where(key => key is not ("credentials" or "approved_users")))
                    {
                        var isTaken = key switch
                        {
                            "email_subject" => config.Subject is not null,
                            "polling_period" => config.PollingSeconds is not null,
                            "2fa_lookback" => config.CodeSeconds is not null,
                            _ => false,
                        };
                        Assert.True(isTaken || config.Left.Any(left => left.What.StartsWith(key, StringComparison.Ordinal)), key);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));
    }

    private static PrintCameraBotConfig Read(string json) =>
        PrintCameraBotConfig.Read(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!);
}
