using PiLittleEye.Frames;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class RequestDeskTests : IAsyncDisposable
{
    private readonly PhotoReplyRig _rig = new();
    private readonly byte[] _secret;

    public RequestDeskTests() => _secret = _rig.Add(PhotoReplyRig.Alice);

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_right_code_is_answered_with_a_photo_taken_after_it()
    {
        // An old picture lies there from before (PCB-W4).
        _rig.Publish(_rig.Hub);
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        var code = _rig.CodeOf(_secret);
        _rig.Server.Deliver(PhotoReplyRig.Request(code));
        await _rig.ReadAsync();

        Assert.Equal("photo", Assert.Single(_rig.Decisions).Reason);
        var mail = Assert.Single(_rig.Sent);
        Assert.Contains("To: alice@example.com\r\n", mail, StringComparison.Ordinal);
        Assert.Contains("Subject: Re: Requested Image\r\n", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-replied\r\n", mail, StringComparison.Ordinal);
        Assert.Contains("In-Reply-To: <m1@example.com>\r\n", mail, StringComparison.Ordinal);
        Assert.Contains("Printer at 2026-11-21 15:03:59 (UTC, UTC+00:00).", mail, StringComparison.Ordinal);
        Assert.Contains("front-20261121-150359.jpg", mail, StringComparison.Ordinal);
        Assert.DoesNotContain(code, mail.Split("image/jpeg")[0], StringComparison.Ordinal);
        Assert.Equal([(1u, true)], _rig.Server.Marks.Select(mark => (mark.Key, mark.Value)));
        // Not the first picture, which is an hour old.
        Assert.NotEqual(1, PictureIn(mail));
    }

    [Fact]
    public async Task No_code_stands_anywhere_but_in_the_mail()
    {
        var code = _rig.CodeOf(_secret);
        _rig.Server.Deliver(PhotoReplyRig.Request(code));
        _rig.Server.Deliver(PhotoReplyRig.Request("987654 rotate", id: "m2@example.com"));
        await _rig.ReadAsync();
        var told = _rig
            .Decisions.Select(decision => decision.ToString())
            .Concat((await _rig.RowsAsync()).Select(row => row.ToString()))
            .Concat(_rig.Journal.Entries.Select(entry => entry.Message));
        Assert.All(told, text => Assert.DoesNotContain(code, text, StringComparison.Ordinal));
        Assert.All(told, text => Assert.DoesNotContain("987654", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_camera_that_gives_none_is_said_with_reason_and_remedy_and_without_a_picture()
    {
        _rig.Publish(_rig.Hub);
        _rig.NoPicture = new NoPicture("unplugged", "Camera unplugged", "The camera went away.", "Plug it in again.");
        _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_secret)));
        _rig.Clock.Advance(TimeSpan.FromSeconds(5));
        await _rig.ReadAsync();

        Assert.Equal(("answered", "no-picture"), (_rig.Decisions[0].Verdict, _rig.Decisions[0].Reason));
        var mail = Assert.Single(_rig.Sent);
        Assert.Contains("Camera unplugged", mail, StringComparison.Ordinal);
        Assert.Contains("The camera went away. Plug it in again.", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("image/jpeg", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_beside_the_code_choose_camera_and_kind()
    {
        _rig.Settings.Change(settings => settings with { PerSenderPerHour = 60 });
        string[] wishes = ["back", "rotate", "status", "clip"];
        foreach (var (index, wish) in wishes.Index())
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(30));
            _rig.Server.Deliver(PhotoReplyRig.Request($"{_rig.CodeOf(_secret)} {wish}", id: $"m{index}@example.com"));
            await _rig.ReadAsync();
        }

        Assert.Equal(["clip", "status", "photo", "photo"], _rig.Decisions.Select(decision => decision.Reason));
        var sent = _rig.Sent;
        Assert.Contains("back-2026", sent[0], StringComparison.Ordinal);
        Assert.Contains("turned by a quarter", sent[1], StringComparison.Ordinal);
        // The Exif mark behind the start of the JPEG.
        Assert.Contains("/9j/4QAiRXhpZgAA", sent[1], StringComparison.Ordinal);
        Assert.DoesNotContain("image/jpeg", sent[2], StringComparison.Ordinal);
        Assert.Contains("Watching now: nobody", sent[2], StringComparison.Ordinal);
        Assert.Contains("Moving pictures cannot be sent yet", sent[3], StringComparison.Ordinal);
        Assert.Contains("image/jpeg", sent[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_go_to_the_address_on_the_list_whatever_the_mail_says()
    {
        var mail = PhotoReplyRig
            .Request(_rig.CodeOf(_secret))
            .Replace("Subject:", "Reply-To: mallory@example.org\nSender: mallory@example.org\nSubject:", StringComparison.Ordinal);
        _rig.Server.Deliver(mail);
        await _rig.ReadAsync();
        Assert.Equal(PhotoReplyRig.Alice, Assert.Single(_rig.Waiting).Recipient);
        Assert.DoesNotContain("mallory", _rig.Sent[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_once_and_the_second_try_is_no_wrong_one()
    {
        var code = _rig.CodeOf(_secret);
        for (var copy = 0; copy < 10; copy++)
        {
            _rig.Server.Deliver(PhotoReplyRig.Request(code, id: $"m{copy}@example.com"));
        }

        await _rig.ReadAsync();
        Assert.Single(_rig.Waiting);
        Assert.Equal(9, _rig.Decisions.Count(decision => decision.Reason == "used-code"));
        Assert.False(_rig.Senders.All[0].IsLocked(_rig.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_sender_for_a_day_with_one_alert_and_no_answer()
    {
        for (var guess = 0; guess < 8; guess++)
        {
            _rig.Server.Deliver(PhotoReplyRig.Request("000000", id: $"m{guess}@example.com"));
        }

        await _rig.ReadAsync();
        Assert.Empty(_rig.Waiting);
        Assert.Equal(5, _rig.Decisions.Count(decision => decision.Reason == "wrong-code"));
        Assert.Equal(3, _rig.Decisions.Count(decision => decision.Reason == "locked"));
        Assert.Single(await _rig.RowsAsync(), row => row is { Kind: "photo-sender-locked", IsAlert: true });

        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_secret), id: "right@example.com"));
        await _rig.ReadAsync();
        Assert.Equal("locked", _rig.Decisions[0].Reason);
        _rig.Senders.Unlock(_rig.Senders.All[0]);
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_secret), id: "again@example.com"));
        await _rig.ReadAsync();
        Assert.Equal("photo", _rig.Decisions[0].Reason);
    }

    [Fact]
    public async Task A_forged_sender_has_no_guess_and_locks_nobody()
    {
        for (var guess = 0; guess < 20; guess++)
        {
            _rig.Server.Deliver(
                PhotoReplyRig.Request("000000", id: $"m{guess}@example.com").Replace("dmarc=pass", "dmarc=fail", StringComparison.Ordinal)
            );
        }

        await _rig.ReadAsync();
        Assert.All(_rig.Decisions, decision => Assert.Equal("not-authenticated", decision.Reason));
        Assert.Equal(0, _rig.Senders.All[0].WrongCodes);
        Assert.Equal(0, _rig.Server.CountOf("read-part"));
    }

    [Fact]
    public async Task Whoever_has_an_accounts_rights_sees_its_cameras_alone()
    {
        var bob = AddWithAccount("bob@example.com", "back");
        _rig.Server.Deliver(PhotoReplyRig.Request($"{_rig.CodeOf(bob)} printer", from: "bob@example.com"));
        await _rig.ReadAsync();
        Assert.Contains("back-2026", Assert.Single(_rig.Sent), StringComparison.Ordinal);
        Assert.DoesNotContain("Printer", _rig.Sent[0], StringComparison.Ordinal);

        _rig.Database.Use(change =>
        {
            change.CommandText = "UPDATE account SET locked_at = '2026-01-01T00:00:00Z'";
            return change.ExecuteNonQuery();
        });
        _rig.Clock.Advance(TimeSpan.FromSeconds(30));
        _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(bob), from: "bob@example.com", id: "m2@example.com"));
        await _rig.ReadAsync();
        Assert.Equal("no-right", _rig.Decisions[0].Reason);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_told_and_not_taken_for_old_mails()
    {
        _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_secret)), _rig.Clock.GetUtcNow().AddHours(3));
        await _rig.ReadAsync();
        Assert.Equal("clock-doubtful", Assert.Single(_rig.Decisions).Reason);
        Assert.Single(await _rig.RowsAsync(), row => row is { Kind: "clock-doubtful", IsAlert: true });
    }

    [Fact]
    public async Task Other_peoples_mails_are_neither_marked_nor_removed()
    {
        _rig.Server.Deliver(PhotoReplyRig.Request("hello", from: "carol@example.com"));
        await _rig.ReadAsync();
        Assert.Equal("not-listed", Assert.Single(_rig.Decisions).Reason);
        Assert.Empty(_rig.Server.Marks);
        Assert.Empty(_rig.Waiting);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("find")]
    [InlineData("find-from")]
    [InlineData("read")]
    [InlineData("read-part")]
    [InlineData("picture")]
    [InlineData("enqueue")]
    [InlineData("mark")]
    public async Task Stopped_between_any_two_steps_there_is_one_photo_or_none_with_the_code_used_up(string step)
    {
        foreach (var isAfter in new[] { false, true })
        {
            _rig.Clock.Advance(TimeSpan.FromMinutes(3));
            var before = _rig.Waiting.Count;
            var id = $"{step}-{isAfter}@example.com";
            _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_secret), id: id));
            StopAt(step, isAfter);
            await Assert.ThrowsAnyAsync<Exception>(_rig.ReadAsync);
            StopAt("nowhere", isAfter: false);

            // After the restart, and after another one.
            await _rig.ReadAsync();
            var sent = _rig.Waiting.Count - before;
            Assert.InRange(sent, 0, 1);
            await _rig.ReadAsync();
            Assert.Equal(sent, _rig.Waiting.Count - before);

            // However it ended, the code opens nothing any more.
            _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_secret), id: $"again-{id}"));
            await _rig.ReadAsync();
            Assert.Equal(sent, _rig.Waiting.Count - before);
            Assert.Equal("used-code", _rig.Decisions[0].Reason);
        }
    }

    public static TheoryData<string> GoodMails => [.. PhoneMails.Good.Keys];

    public static TheoryData<string> BadMails => [.. PhoneMails.Bad.Keys];

    [Theory]
    [MemberData(nameof(GoodMails))]
    public async Task What_phones_and_programs_send_is_answered(string name)
    {
        _rig.Server.Deliver(PhoneMails.Mail(PhoneMails.Good[name](_rig.CodeOf(_secret)), $"{name}@example.com"));
        await _rig.ReadAsync();
        Assert.Equal("photo", Assert.Single(_rig.Decisions).Reason);
        Assert.Single(_rig.Waiting);
    }

    [Theory]
    [MemberData(nameof(BadMails))]
    public async Task What_is_no_request_gets_no_answer(string name)
    {
        var (reason, mail) = PhoneMails.Bad[name];
        _rig.Server.Deliver(PhoneMails.Mail(mail(_rig.CodeOf(_secret)), $"{name}@example.com"));
        await _rig.ReadAsync();
        Assert.Equal(reason, Assert.Single(_rig.Decisions).Reason);
        Assert.Empty(_rig.Waiting);
        // And nothing of the large one was fetched.
        Assert.Equal(0, name == "ten-megabytes" ? _rig.Server.CountOf("read-part") : 0);
    }

    [Fact]
    public async Task All_of_them_are_judged_the_same_on_a_real_server()
    {
        var servers = await MailServers.StartedAsync();
        var user = servers.TakeMailbox();
        _rig.Mailboxes = _ => new ImapMailbox(servers.Connector(), servers.Imap(), MailServers.Login(user), "INBOX", TimeProvider.System);
        _rig.Settings.Change(settings => settings with { PerSenderPerHour = 60, PerHour = 200 });
        foreach (var (name, mail) in PhoneMails.Good)
        {
            await JudgeAsync(name, "photo", mail);
        }

        Assert.Equal(PhoneMails.Good.Count, _rig.Waiting.Count);
        foreach (var (name, (reason, mail)) in PhoneMails.Bad)
        {
            await JudgeAsync(name, reason, mail);
        }

        Assert.Equal(PhoneMails.Good.Count, _rig.Waiting.Count);

        async Task JudgeAsync(string name, string reason, Func<string, string> mail)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(30));
            servers.Deliver(user, PhoneMails.Mail(mail(_rig.CodeOf(_secret)), $"{name}@example.com"), _rig.Clock.GetUtcNow());
            await _rig.ReadAsync();
            Assert.Equal((name, reason), (name, _rig.Decisions[0].Reason));
        }
    }

    [Fact]
    public async Task A_hundred_copies_on_a_real_server_read_by_four_at_once_are_one_answer()
    {
        var servers = await MailServers.StartedAsync();
        var user = servers.TakeMailbox();
        _rig.Mailboxes = _ => new ImapMailbox(servers.Connector(), servers.Imap(), MailServers.Login(user), "INBOX", TimeProvider.System);
        var mail = PhoneMails.Mail(PhoneMails.Good["iphone"](_rig.CodeOf(_secret)), "copy@example.com");
        for (var copy = 0; copy < 100; copy++)
        {
            servers.Deliver(user, mail, _rig.Clock.GetUtcNow());
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_rig.ReadAsync)));
        Assert.Single(_rig.Waiting);
        Assert.Equal(1, _rig.Senders.All[0].Replies);
        Assert.False(_rig.Senders.All[0].IsLocked(_rig.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task The_date_that_the_sender_wrote_counts_for_nothing()
    {
        // A mail that was seen on its way, sent again with its own date and another id: good for ever in the system this one learnt from.
        var code = _rig.CodeOf(_secret);
        var date = _rig.Clock.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", System.Globalization.CultureInfo.InvariantCulture);
        _rig.Clock.Advance(TimeSpan.FromMinutes(5));
        _rig.Server.Deliver(PhotoReplyRig.Request(code).Replace("Subject:", $"Date: {date}\nSubject:", StringComparison.Ordinal));
        await _rig.ReadAsync();
        Assert.Equal("late-code", _rig.Decisions[0].Reason);

        // And whatever zone it names, a code of now is a code of now.
        _rig.Server.Deliver(
            PhotoReplyRig
                .Request(_rig.CodeOf(_secret), id: "m2@example.com")
                .Replace("Subject:", "Date: Fri, 1 Jan 1999 00:00:00 +1300\nSubject:", StringComparison.Ordinal)
        );
        await _rig.ReadAsync();
        Assert.Equal("photo", _rig.Decisions[0].Reason);
    }

    private void StopAt(string step, bool isAfter)
    {
        _rig.Server.Fault = (name, after) =>
        {
            if (name == step && after == isAfter)
            {
                throw new OperationCanceledException("stopped here");
            }
        };
        // Neither a picture nor the queue is the mail server's; a database that cannot be written stops there as a power cut would.
        Execute("DROP TRIGGER IF EXISTS stop");
        if (step == "picture")
        {
            Execute(
                isAfter
                    ? "CREATE TRIGGER stop BEFORE INSERT ON mail_queue BEGIN SELECT RAISE(ABORT, 'stopped'); END"
                    : "CREATE TRIGGER stop AFTER INSERT ON photo_decision WHEN NEW.reason = 'accepted' BEGIN SELECT RAISE(ABORT, 'stopped'); END"
            );
        }

        if (step == "enqueue")
        {
            Execute(
                isAfter
                    ? "CREATE TRIGGER stop BEFORE UPDATE ON photo_decision BEGIN SELECT RAISE(ABORT, 'stopped'); END"
                    : "CREATE TRIGGER stop BEFORE INSERT ON mail_queue_content BEGIN SELECT RAISE(ABORT, 'stopped'); END"
            );
        }
    }

    private void Execute(string sql) => TemporaryState.Execute(_rig.Database, sql);

    private byte[] AddWithAccount(string address, string camera)
    {
        Execute("INSERT INTO account (id, name, name_key, role, password_hash, created_at) VALUES (3, 'Bo', 'bo', 'Viewer', '', '')");
        Execute($"INSERT INTO account_right (account_id, camera, rights) VALUES (3, '{camera}', 2)");
        return _rig.Add(address, accountId: 3);
    }

    private static long PictureIn(string mail)
    {
        var jpeg = mail[mail.IndexOf("image/jpeg", StringComparison.Ordinal)..];
        var start = jpeg.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var bytes = Convert.FromBase64String(jpeg[start..(start + 16)]);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(2));
    }
}
