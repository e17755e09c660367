namespace PiLittleEye.Mail;

/// <summary>
/// One folder on a mail server over one connection. For one caller at a time. After any exception it is of no use: dispose it and open another.
/// All methods throw <see cref="MailUnavailableException"/> (wait, open another) and <see cref="MailRefusedException"/> (tell the owner).
/// </summary>
internal interface IMailbox : IAsyncDisposable
{
    /// <summary>Connects, encrypts, logs in, selects the folder. Once, before all else.</summary>
    Task<MailboxOpening> OpenAsync(CancellationToken cancellationToken);

    /// <summary>UIDs above <paramref name="lastUid"/> of mails that arrived on or after the day, lowest first, at most 500.</summary>
    /// <param name="lastUid">0 for all.</param>
    /// <param name="since">By the server's calendar.</param>
    /// <param name="from">
    /// Bare addresses; only mails that have one of them in From (SEARCH FROM, some OR'ed), so that a flood of strangers is not fetched mail by mail.
    /// A first sieve only: servers compare by parts or words. Empty for everybody's.
    /// </param>
    /// <param name="cancellationToken">Ends the search and the connection.</param>
    Task<IReadOnlyList<uint>> FindAsync(uint lastUid, DateOnly since, IReadOnlyList<string> from, CancellationToken cancellationToken);

    /// <returns>Null when the mail is gone.</returns>
    Task<ReceivedMail?> ReadAsync(uint uid, CancellationToken cancellationToken);

    /// <summary>The beginning of one part as it was sent, still encoded; never marks the mail as seen.</summary>
    /// <returns>Empty when the part is not there.</returns>
    Task<ReadOnlyMemory<byte>> ReadPartAsync(uint uid, string part, int mostBytes, CancellationToken cancellationToken);

    /// <summary>Marks it as seen, and as answered when it was.</summary>
    Task MarkAsync(uint uid, bool isAnswered, CancellationToken cancellationToken);

    /// <summary>
    /// Returns when something may be new: the server said so, or <paramref name="longest"/> is over. A hint only: always look (<see cref="FindAsync"/>).
    /// Where the server cannot push (no IDLE) it just waits for <paramref name="pollingPeriod"/>.
    /// </summary>
    /// <param name="longest">At most nine minutes: Gmail and home routers forget quieter connections.</param>
    /// <param name="pollingPeriod">For servers that cannot push.</param>
    /// <param name="cancellationToken">Ends the waiting; the connection is of no use afterwards.</param>
    Task WaitAsync(TimeSpan longest, TimeSpan pollingPeriod, CancellationToken cancellationToken);
}
