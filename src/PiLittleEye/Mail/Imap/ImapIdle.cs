namespace PiLittleEye.Mail.Imap;

/// <summary>
/// One wait for a push (RFC 2177). DONE goes out once, and only after the server's <c>+</c>; until the command has ended the server may tell of more, which is
/// no loss: whoever waits looks afterwards, whatever was said.
/// </summary>
internal sealed class ImapIdle(ImapDialogue dialogue, TimeProvider clock)
{
    /// <summary>Gmail ends after ten minutes without a word, routers forget connections; others take up to 29.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(9);

    /// <summary>For what should come at once, the <c>+</c> and the end after DONE. One that takes longer is a connection that is no more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // So many words about flags and "still here" that looking is cheaper than listening.
    private const int ManyWords = 500;

    /// <returns>False when the server does not do it after all.</returns>
    public async Task<bool> RunAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        longest = longest < Longest ? longest : Longest;
        var tag = await dialogue.BeginAsync("IDLE", limit: longest + (4 * Patience), cancellationToken);
        var isNews = false;
        while (true)
        {
            var response = await dialogue.HearAsync(tag, Patience, cancellationToken);
            if (response.Tag == tag)
            {
                return response.IsOk;
            }

            if (response.IsContinuation)
            {
                break;
            }

            isNews |= IsNews(response);
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var end = Task.Delay(longest, clock, over.Token);
            await ListenAsync(tag, isNews, end, longest, cancellationToken);
            return true;
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private async Task ListenAsync(string tag, bool isNews, Task end, TimeSpan longest, CancellationToken cancellationToken)
    {
        // Reads on while DONE is written: a read that is taken back would break the encryption.
        var next = dialogue.HearAsync(tag, longest + Patience, cancellationToken);
        for (var words = 0; !isNews && words < ManyWords && await Task.WhenAny(next, end) == next; words++)
        {
            var response = await next;
            if (response.Tag == tag)
            {
                // It ended by itself: there is nothing left to end.
                return;
            }

            isNews = IsNews(response);
            next = dialogue.HearAsync(tag, longest + Patience, cancellationToken);
        }

        await EndAsync(tag, next, cancellationToken);
    }

    private async Task EndAsync(string tag, Task<ImapResponse> next, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await dialogue.SendAsync("DONE", cancellationToken);
            while ((await next.WaitAsync(Patience, clock, cancellationToken)).Tag != tag)
            {
                next = dialogue.HearAsync(tag, Patience, cancellationToken);
            }
        }
        catch (Exception fault)
        {
            // The read that is still under way ends with the connection, and what it says then is known already.
            await dialogue.Connection.DisposeAsync();
            _ = next.ContinueWith(static late => _ = late.Exception, TaskScheduler.Default);
            if (fault is TimeoutException)
            {
                throw new MailUnavailableException(
                    "timed-out",
                    $"The mail server {dialogue.Server} did not answer in time. It is tried again.",
                    fault
                );
            }

            throw;
        }
    }

    private static bool IsNews(ImapResponse response) => response is { IsUntagged: true, Keyword: "EXISTS" or "RECENT" };
}
