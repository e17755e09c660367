using System.Buffers.Binary;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using PiLittleEye.Accounts;
using PiLittleEye.Audit;
using PiLittleEye.Frames;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Mail.OAuth;
using PiLittleEye.Mail.Queue;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Storage;

namespace PiLittleEye.Tests.Support;

/// <summary>
/// Photos by mail on a database of their own, with a server that lives in memory, a camera that gives numbered pictures, and a clock of the
/// test's. Everything between is the real thing; what would be sent stands in the queue.
/// </summary>
internal sealed class PhotoReplyRig : IAsyncDisposable
{
    public const string Alice = "alice@example.com";
    public const string Authentic = "Authentication-Results: mx.test.local; dmarc=pass header.from=example.com\n";

    private readonly AuditRig _audit = new();
    private readonly AuditLog _log;
    private readonly AuditTally _tally;
    private readonly JpegFramePool _pool = new();
    private readonly WakeSignal _signal;
    private readonly MailAccounts _accounts;
    private readonly MailSecrets _mailSecrets;
    private long _pictures;
    private PhotoReplyWorker? _worker;

    public PhotoReplyRig()
    {
        _log = _audit.Log();
        _tally = new AuditTally(_log, Clock);
        _signal = new WakeSignal(Clock);
        Server = new ScriptedMailServer(Clock);
        State = new MailboxState(Clock);
        Settings = new RuntimeSettings<PhotoReplySettings>(
            new RuntimeSettingsStore(Database, Clock),
            PhotoReplySettings.Key,
            PhotoReplySettings.Default with
            {
                IsOn = true,
                AuthservId = "mx.test.local",
            },
            () => PhotoRepliesJson.Default.PhotoReplySettings
        );
        Hub = new FrameHub("front", Clock) { Name = "Printer" };
        Back = new FrameHub("back", Clock) { Name = "Back" };
        Hub.Wanted += () => _ = Task.Run(() => PublishAsync(Hub));
        Back.Wanted += () => _ = Task.Run(() => PublishAsync(Back));
        var storage = Options.Create(new StorageOptions { Directory = _audit.State.Directory });
        Secrets = new SenderSecrets(storage);
        Senders = new Senders(SenderStore, Secrets, Clock);
        _mailSecrets = new MailSecrets(new SecretKeyFiles(storage));
        var stored = new RuntimeSettings<MailAccountSettings>(
            new RuntimeSettingsStore(Database, Clock),
            MailAccountSettings.Key,
            MailAccountSettings.Default,
            () => MailAccountJson.Default.MailAccountSettings
        );
        _accounts = new MailAccounts(
            stored,
            _mailSecrets,
            new MailTokens(stored, _mailSecrets, null!, Options.Create(new MailOptions()), Clock),
            null!
        );
        Account = new MailAccount
        {
            Address = "camera@test.local",
            Incoming = new MailServer("mail.test.local", 993, MailEncryption.Tls),
            Outgoing = new MailServer("mail.test.local", 465, MailEncryption.Tls),
            Login = MailLogin.WithPassword("camera", "camera-pw"),
            Folder = "INBOX",
            PollingPeriod = TimeSpan.FromSeconds(60),
            MailsPerHour = 60,
            AuthservId = null,
        };
    }

    public SteppingClock Clock => _audit.Clock;

    public ScriptedMailServer Server { get; }

    public MailboxState State { get; }

    public RuntimeSettings<PhotoReplySettings> Settings { get; }

    public FrameHub Hub { get; }

    public FrameHub Back { get; }

    public Senders Senders { get; }

    public SenderSecrets Secrets { get; }

    public MailAccount Account { get; init; }

    /// <summary>Opens mailboxes; the scripted server's unless a test says otherwise.</summary>
    public MailboxFactory? Mailboxes { get; set; }

    /// <summary>Not a picture but this, in place of all.</summary>
    public NoPicture? NoPicture { get; set; }

    /// <summary>Called with each picture before it is published; what it throws ends nothing.</summary>
    public Action? BeforePicture { get; set; }

    public CollectingLogger<PhotoReplyTrail> Journal { get; } = new();

    public CollectingLogger<MailboxFaults> FaultJournal { get; } = new();

    public PhotoSenderStore SenderStore => new(Database, Clock);

    public Database Database => _audit.State.Database;

    public IReadOnlyList<Decision> Decisions => new DecisionStore(Database).Last();

    public IReadOnlyList<WaitingMail> Waiting => new MailQueueStore(Database).Waiting();

    public PhotoReplyWorker Worker => _worker!;

    /// <summary>What the queue would send, with long lines in one piece.</summary>
    public IReadOnlyList<string> Sent =>
        [
            .. Waiting.Select(mail =>
                System
                    .Text.Encoding.UTF8.GetString(new MailQueueStore(Database).Content(mail.Id)!)
                    .Replace("=\r\n", "", StringComparison.Ordinal)
            ),
        ];

    /// <summary>Somebody on the list whose authenticator was checked.</summary>
    /// <returns>The secret.</returns>
    public byte[] Add(string address, long? accountId = null)
    {
        var (sender, _, _) = Senders.Add(MailAddress.Parse(address)!, accountId, partner: null);
        var (box, _) = SenderStore.Secret(sender!.SecretId)!.Value;
        Assert.True(SenderStore.Verify(sender.SecretId, Totp.StepAt(Clock.GetUtcNow()) - 100));
        return Secrets.Open(sender.SecretId, box)!;
    }

    public string CodeOf(byte[] secret, int stepsLater = 0) => Totp.CodeOf(secret, Totp.StepAt(Clock.GetUtcNow()) + stepsLater);

    /// <summary>A request as a phone sends it, confirmed by the account's server.</summary>
    public static string Request(string text, string from = Alice, string id = "m1@example.com") =>
        $"Return-Path: <{from}>\n{Authentic}From: Alice <{from}>\nTo: camera@test.local\nSubject: photo\nMessage-ID: <{id}>\n\n{text}\n";

    /// <summary>Another one each time, as after a restart.</summary>
    public RequestDesk Desk(Action<string>? step = null)
    {
        var trail = new PhotoReplyTrail(new DecisionStore(Database), State, _log, _tally, Clock, Journal);
        var accounts = new AccountStore(Database, Clock);
        var writer = new ReplyWriter(new PhotoTaker(Clock), new BoardTemperature("/nowhere"), [], new CameraPage(new Listening()), Clock);
        step?.Invoke("made");
        var queueTrail = new MailQueueTrail(_tally, new DailyAlerts(_log, _audit.Store, Clock));
        return new RequestDesk(
            Settings,
            SenderStore,
            Secrets,
            new SenderRights(new FrameHubs([Hub, Back]), accounts, Clock),
            new PhotoReplyStore(Database),
            writer,
            new MailQueue(new MailQueueStore(Database), queueTrail, new SendingProgress(), _signal, Clock),
            trail,
            new NetworkTime("/nowhere"),
            Clock
        );
    }

    public MailboxReader Reader() => new(new MailboxPlaceStore(Database), SenderStore, Desk(), Clock);

    /// <summary>Reads all there is over a connection of its own, as the worker does.</summary>
    public async Task ReadAsync()
    {
        await using var mailbox = Mailboxes?.Invoke(Account) ?? Server.Connect();
        var reader = Reader();
        reader.Begin(Account, await mailbox.OpenAsync(TestContext.Current.CancellationToken));
        await reader.ReadAsync(mailbox, Account, TestContext.Current.CancellationToken);
    }

    public async Task StartAsync()
    {
        _accounts.Change(_ => new MailAccountSettings
        {
            Address = Account.Address,
            User = "camera",
            Secret = _mailSecrets.Seal("camera-pw"),
            Incoming = Account.Incoming,
            Outgoing = Account.Outgoing,
        });
        _worker = new PhotoReplyWorker(
            _accounts,
            Settings,
            Mailboxes ?? (_ => Server.Connect()),
            Reader(),
            State,
            new MailboxFaults(_log, Clock, FaultJournal),
            Clock
        );
        await _worker.StartAsync(CancellationToken.None);
    }

    public void RemoveAccount() => _accounts.Remove();

    public async Task StopAsync()
    {
        if (_worker is not null)
        {
            await _worker.StopAsync(CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default);
            _worker.Dispose();
            _worker = null;
        }
    }

    /// <summary>What the log of what happened says by now.</summary>
    public async Task<IReadOnlyList<AuditEntry>> RowsAsync()
    {
        _tally.Flush();
        await _log.SaveAsync(AuditRig.Some("looked"));
        return [.. _audit.Rows.Select(row => row.Entry).Where(entry => entry.Kind != "test-done")];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _mailSecrets.Dispose();
        _tally.Dispose();
        await _log.DisposeAsync();
        _audit.Dispose();
        _pool.Dispose();
    }

    /// <summary>One picture; the number in it is its own.</summary>
    public void Publish(FrameHub hub)
    {
        var frame = _pool.Rent(1000);
        var number = Interlocked.Increment(ref _pictures);
        frame.Room[0] = 0xFF;
        frame.Room[1] = 0xD8;
        BinaryPrimitives.WriteInt64BigEndian(frame.Room[2..], number);
        frame.Seal(600, Some.Size, Clock.GetUtcNow(), NoPicture);
        hub.Publish(frame);
    }

    // As a camera that starts when somebody looks.
    private async Task PublishAsync(FrameHub hub)
    {
        while (hub.IdleFor == TimeSpan.Zero)
        {
            BeforePicture?.Invoke();
            Publish(hub);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    private sealed class Listening : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(
            Microsoft.AspNetCore.Hosting.Server.IHttpApplication<TContext> application,
            CancellationToken cancellationToken
        )
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() { }
    }
}
