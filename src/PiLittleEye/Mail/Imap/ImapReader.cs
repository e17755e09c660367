using System.Text;
using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Mail.Imap;

/// <summary>Puts responses together from lines and literals, within <see cref="MailLimits.Response"/> and <see cref="ImapLiteral.Most"/>.</summary>
internal sealed class ImapReader(MailConnection connection)
{
    // Each literal begins one; a structure of 100 parts, each with an odd name, has 100.
    private const int MostLines = 500;

    // Read while looking for the rest of the response before it, to which it does not belong.
    private byte[]? _next;

    /// <summary>After STARTTLS: what was read before counts no more.</summary>
    public void ThrowAway() => _next = null;

    /// <param name="tag">Of the command under way; a line that begins with it belongs to no response before it.</param>
    /// <param name="wait">How long the server may be silent.</param>
    /// <param name="cancellationToken">Ends the connection.</param>
    public async Task<ImapResponse> ReadAsync(string tag, TimeSpan? wait, CancellationToken cancellationToken)
    {
        var text = new MemoryStream();
        var literals = new List<byte[]>();
        var line = _next ?? await LineAsync(MailLimits.Response, wait, cancellationToken);
        _next = null;
        text.Write(line);
        // Free text announces no literals, whatever it ends with.
        var said = ImapResponse.Read(line, literals);
        if (said.IsContinuation || said.IsStatus)
        {
            return said;
        }

        for (var lines = 1; ; lines++)
        {
            if (ImapLiteral.Length(line) is { } length)
            {
                if (length > ImapLiteral.Most)
                {
                    throw TooMuch();
                }

                literals.Add(await connection.ReadOctetsAsync((int)length, cancellationToken));
                text.WriteByte((byte)'\n');
            }
            else if (IsUnfinished(text))
            {
                text.WriteByte((byte)' ');
            }
            else
            {
                break;
            }

            if (lines == MostLines)
            {
                throw TooMuch();
            }

            line = await LineAsync(MailLimits.Response - (int)text.Length, wait: null, cancellationToken);
            if (text.GetBuffer()[text.Length - 1] == ' ' && Begins(line, tag))
            {
                _next = line;
                break;
            }

            text.Write(line);
        }

        return ImapResponse.Read(text.ToArray(), literals);
    }

    private static bool IsUnfinished(MemoryStream text) => ImapTree.IsOpen(text.GetBuffer().AsSpan(0, (int)text.Length));

    private static bool Begins(ReadOnlySpan<byte> line, string tag) =>
        line.StartsWith("* "u8) || (tag.Length > 0 && line.StartsWith(Encoding.ASCII.GetBytes(tag + " ")));

    private async Task<byte[]> LineAsync(int most, TimeSpan? wait, CancellationToken cancellationToken)
    {
        if (most <= 0)
        {
            throw TooMuch();
        }

        return (await connection.ReadLineAsync(cancellationToken, most, wait)).ToArray();
    }

    private MailUnavailableException TooMuch() =>
        new(
            "answer-too-long",
            $"The mail server {connection.Server} sent more in one answer than any mail needs. The connection was closed; it is tried again later."
        );
}
