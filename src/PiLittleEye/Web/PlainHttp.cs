using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PiLittleEye.Web;

/// <summary>
/// Whoever speaks plain HTTP to the port of HTTPS, as a browser does that was given no <c>https://</c>, is sent to the right address instead of
/// away without a word. Nothing else is ever answered in the clear.
/// </summary>
internal static class PlainHttp
{
    // What a browser sends with a first visit is under 2 KB.
    private const int LongestHead = 8 * 1024;

    /// <summary>Below TLS, so to be added before it.</summary>
    public static void Use(ListenOptions listen, TimeSpan patience) =>
        listen.Use(next =>
            async connection =>
            {
                if (!await IsPlainAsync(connection, patience))
                {
                    await next(connection);
                }
            }
        );

    // For TLS it costs one look at a byte that has come anyway.
    private static async Task<bool> IsPlainAsync(ConnectionContext connection, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        var input = connection.Transport.Input;
        try
        {
            var read = await input.ReadAsync(limit.Token);
            while (IsBegunByLetter(read.Buffer))
            {
                if (PlainRequest.Read(Text(read.Buffer)) is { } request)
                {
                    input.AdvanceTo(read.Buffer.End);
                    await connection.Transport.Output.WriteAsync(Encoding.ASCII.GetBytes(request.Answer()), limit.Token);
                    return true;
                }

                if (read.IsCompleted || read.Buffer.Length > LongestHead)
                {
                    connection.Abort();
                    return true;
                }

                input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                read = await input.ReadAsync(limit.Token);
            }

            input.AdvanceTo(read.Buffer.Start);
            return false;
        }
        catch (OperationCanceledException)
        {
            // Whoever says nothing is no browser.
            connection.Abort();
            return true;
        }
        catch (Exception gone) when (gone is IOException or ConnectionAbortedException)
        {
            return true;
        }
    }

    // TLS begins with a 22, and what is neither is left for TLS to refuse.
    private static bool IsBegunByLetter(ReadOnlySequence<byte> buffer) =>
        !buffer.IsEmpty && char.IsAsciiLetterUpper((char)buffer.FirstSpan[0]);

    private static string Text(ReadOnlySequence<byte> buffer) =>
        Encoding.Latin1.GetString(buffer.Slice(0, Math.Min(buffer.Length, LongestHead)));
}
