using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Mime;

public sealed class MimeWriterTests
{
    private const string Address = "camera@example.org";

    [Fact]
    public void A_reply_is_read_back_by_another_parser_as_it_was_meant()
    {
        var photo = Picture(300_000);
        var mail = SomeMail.Reply with
        {
            Subject = "Re: Drucker im Keller – wie läuft’s? 🖨",
            Text = "Aufgenommen um 14:03:59 (UTC).\nKamera: Größe 1280 × 720\n\n.\nFrom here on: a dot and a From\ttab \n",
            InReplyTo = "abc@mail.gmail.com",
            References = ["first@mail.gmail.com", "second@mail.gmail.com"],
            Attachments = [new MailAttachment("camera-2026-11-21.jpg", "image/jpeg", photo)],
        };
        var read = Read(mail);

        Assert.Empty(read.Defects);
        Assert.Equal(
            [
                ["Pi Little Eye", Address],
            ],
            read.From
        );
        Assert.Equal(
            [
                ["", "owner@example.net"],
            ],
            read.To
        );
        Assert.Equal(mail.Subject, read.Header("Subject"));
        Assert.Equal("2026-11-21T15:03:59+01:00", read.At);
        Assert.Equal("<some-id@example.org>", read.Header("Message-ID"));
        Assert.Equal("<abc@mail.gmail.com>", read.Header("In-Reply-To"));
        Assert.Equal("<first@mail.gmail.com> <second@mail.gmail.com> <abc@mail.gmail.com>", read.Header("References"));
        Assert.Equal("auto-replied", read.Header("Auto-Submitted"));
        Assert.Equal("All", read.Header("X-Auto-Response-Suppress"));
        Assert.Equal("1.0", read.Header("MIME-Version"));
        Assert.Equal("multipart/mixed", read.Type);
        Assert.Equal(["text/plain", "image/jpeg"], read.Parts.Select(part => part.Type));
        Assert.Equal(("utf-8", "quoted-printable"), (read.Parts[0].Charset, read.Parts[0].Encoding));
        Assert.Equal(mail.Text.ReplaceLineEndings("\r\n"), read.Text);
        Assert.Equal("camera-2026-11-21.jpg", read.Parts[1].File);
        Assert.Equal(photo, read.Parts[1].Content);
    }

    [Fact]
    public void Any_subject_name_and_text_come_back_and_no_line_is_too_long()
    {
        using var reader = new PythonMailReader();
        var readable = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? ""),
            Gen.Elements(
                    "a b",
                    "=?utf-8?Q?x?=",
                    "a  b ",
                    " x",
                    "\"q\" \\",
                    "ä",
                    "日本語",
                    "\uD800",
                    "€",
                    "plain words of a camera, and more ",
                    "=",
                    "."
                )
                .ArrayOf()
                .Select(pieces => string.Concat(pieces))
        );
        var texts = readable.ArrayOf().Select(pieces => string.Join('\n', pieces));
        var given =
            from subject in readable
            from name in readable
            from text in texts
            select (WithoutLineEnds(subject), WithoutLineEnds(name), text);
        Prop.ForAll(
                given.ToArbitrary(),
                mail =>
                {
                    var (subject, name, text) = mail;
                    var bytes = Message(SomeMail.Reply with { Subject = subject, Text = text }, name);
                    var read = reader.Read(bytes);
                    AssertLines(bytes);
                    Assert.Equal(Normal(subject), read.Header("Subject"));
                    Assert.Equal(Address, Assert.Single(read.From)[1]);
                    Assert.Equal(Normal(name), read.From[0][0]);
                    Assert.Equal(Lines(text), read.Text);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Any_attachment_comes_back_whatever_is_in_it()
    {
        using var reader = new PythonMailReader();
        Prop.ForAll<byte[][], string?>(
                (contents, name) =>
                {
                    var given = contents
                        .Append([])
                        .Select(content => new MailAttachment(WithoutLineEnds(name ?? ""), "image/jpeg", content));
                    var bytes = Message(SomeMail.Reply with { Attachments = [.. given] }, "x");
                    var read = reader.Read(bytes);
                    AssertLines(bytes);
                    Assert.Empty(read.Defects);
                    Assert.Equal([.. contents, []], read.Parts.Skip(1).Select(part => part.Content));
                    Assert.All(read.Parts.Skip(1), part => Assert.Matches("^[A-Za-z0-9_-][A-Za-z0-9._-]*$", part.File));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\nBcc: someone@example.com")]
    [InlineData("\0")]
    public void A_line_break_or_zero_character_is_refused_wherever_it_comes_from(string bad)
    {
        OutgoingMail[] mails =
        [
            SomeMail.Reply with
            {
                To = $"owner@example.net{bad}",
            },
            SomeMail.Reply with
            {
                To = $"\"owner{bad}\"@example.net",
            },
            SomeMail.Reply with
            {
                To = $"\"owner\\{bad}\"@example.net",
            },
            SomeMail.Reply with
            {
                Subject = $"Photo{bad}",
            },
            SomeMail.Reply with
            {
                Subject = $"Größe{bad}x",
            },
            SomeMail.Reply with
            {
                MessageId = $"id{bad}@example.org",
            },
            SomeMail.Reply with
            {
                InReplyTo = $"id{bad}@example.org",
            },
            SomeMail.Reply with
            {
                References = [$"id{bad}@example.org"],
            },
            SomeMail.Reply with
            {
                AutoSubmitted = $"auto-replied{bad}",
            },
            SomeMail.Reply with
            {
                Attachments = [new MailAttachment($"a{bad}.jpg", "image/jpeg", default)],
            },
            SomeMail.Reply with
            {
                Attachments = [new MailAttachment("a.jpg", $"image/jpeg{bad}", default)],
            },
        ];
        Assert.All(mails, mail => Assert.Throws<MailRefusedException>(() => MimeWriter.Write(mail)));
        Assert.Throws<MailRefusedException>(() => MimeWriter.WithSender($"camera{bad}@example.org", "x", default));
        Assert.Throws<MailRefusedException>(() => MimeWriter.WithSender(Address, $"x{bad}", default));
        Assert.Throws<MailRefusedException>(() => MimeWriter.WithSender(Address, $"ä{bad}", default));
    }

    [Fact]
    public void A_line_break_is_refused_and_never_removed()
    {
        var refused = Assert.Throws<MailRefusedException>(() => MimeWriter.Write(SomeMail.Reply with { Subject = "a\nb" }));
        Assert.Equal("wrong-header", refused.Code);
        Assert.Contains("Subject", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ada \"the first\" Lovelace, of the house with the printer in the cellar, and more")]
    [InlineData("Ada Lovelace of the house with the printer in the cellar and of many more rooms of it")]
    public void A_long_name_is_no_long_line(string name)
    {
        var bytes = Message(SomeMail.Reply, name);
        AssertLines(bytes);
        using var reader = new PythonMailReader();
        Assert.Equal(
            [
                [name, Address],
            ],
            reader.Read(bytes).From
        );
    }

    [Fact]
    public void A_long_thread_is_cut_to_its_last_ten_and_folded()
    {
        var ids = Enumerable.Range(1, 40).Select(number => $"{number}-{new string('x', 100)}@mail.example.com").ToList();
        var bytes = Message(SomeMail.Reply with { References = ids, InReplyTo = ids[^1] }, "x");
        AssertLines(bytes, preferred: false);
        using var reader = new PythonMailReader();
        Assert.Equal(
            ids.TakeLast(10).Select(id => $"<{id}>"),
            reader.Read(bytes).Header("References").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Fact]
    public void Ids_that_no_header_can_hold_are_left_out()
    {
        var read = Read(
            SomeMail.Reply with
            {
                InReplyTo = "two words",
                References = ["größe@x", "", new string('y', 2000), "good@x", "a>b@x"],
            }
        );
        Assert.DoesNotContain(read.Headers, header => header[0] == "In-Reply-To");
        Assert.Equal("<good@x>", read.Header("References"));
    }

    [Fact]
    public void Text_of_another_script_goes_as_base64_because_that_is_shorter()
    {
        var read = Read(SomeMail.Reply with { Text = "プリンターの写真です。\n" });
        Assert.Equal("base64", read.Parts[0].Encoding);
        Assert.Equal("プリンターの写真です。\r\n", read.Text);
    }

    [Fact]
    public void The_same_mail_gives_the_same_bytes()
    {
        var mail = SomeMail.Reply with { Attachments = [new MailAttachment("a.jpg", "image/jpeg", Picture(5000))] };
        Assert.Equal(MimeWriter.Write(mail), MimeWriter.Write(mail with { }));
    }

    [Theory]
    [InlineData(-5.5, "-05:30")]
    [InlineData(0, "+00:00")]
    [InlineData(5.75, "+05:45")]
    public void The_date_has_the_zone_it_was_written_in(double hours, string zone)
    {
        var at = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(hours));
        Assert.Equal($"2026-02-03T04:05:06{zone}", Read(SomeMail.Reply with { WrittenAt = at }).At);
    }

    private static void AssertLines(byte[] message, bool preferred = true)
    {
        var text = Encoding.ASCII.GetString(message);
        Assert.All(message, value => Assert.True(value is >= 32 and < 127 or 9 or 10 or 13));
        var lines = text.Split("\r\n");
        Assert.DoesNotContain(lines, line => line.AsSpan().ContainsAny('\r', '\n'));
        Assert.All(lines, line => Assert.True(line.Length <= (preferred ? 78 : 998), line));
        // A line of blanks only would end the header for some readers.
        Assert.DoesNotContain(lines, line => line.Length > 0 && string.IsNullOrWhiteSpace(line));
    }

    private static ReadBackMail Read(OutgoingMail mail)
    {
        using var reader = new PythonMailReader();
        return reader.Read(Message(mail, "Pi Little Eye"));
    }

    private static byte[] Message(OutgoingMail mail, string name) => MimeWriter.WithSender(Address, name, MimeWriter.Write(mail));

    private static byte[] Picture(int length)
    {
        var bytes = new byte[length];
        new Noise(7).Fill(bytes);
        return bytes;
    }

    private static string WithoutLineEnds(string text) => new([.. text.Where(letter => letter is not '\r' and not '\n' and not '\0')]);

    // Half a surrogate pair is no text.
    private static string Normal(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Lines(string text)
    {
        var lines = Normal(text).ReplaceLineEndings("\r\n");
        return lines.EndsWith('\n') ? lines : lines + "\r\n";
    }
}
