using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PiLittleEye.Mail.Mime;

/// <summary>Writes a mail as it goes over the wire (RFC 5322, RFC 2045). The same mail always gives the same bytes.</summary>
internal static class MimeWriter
{
    // Enough for every mail program to show the thread; all of them would one day be a header longer than servers take.
    private const int MostReferences = 10;

    /// <summary>All but who sends it: what waited is sent by the account that is set up then. <see cref="WithSender"/> makes it whole.</summary>
    /// <exception cref="MailRefusedException">Something in it cannot be sent: a wrong address, a line break in a header.</exception>
    public static byte[] Write(OutgoingMail mail)
    {
        var header = new HeaderWriter()
            .Add("To", BareAddress.Check(mail.To))
            .AddText("Subject", mail.Subject)
            .Add("Date", DateText(mail.WrittenAt))
            .Add("Message-ID", Bracketed(MessageId.IsUsable(mail.MessageId) ? mail.MessageId : throw Unusable("Message-ID")));
        AddThread(header, mail);
        header
            .Add("Auto-Submitted", MimeToken.IsOne(mail.AutoSubmitted) ? mail.AutoSubmitted : throw Unusable("Auto-Submitted"))
            // Microsoft's programs do not know RFC 3834.
            .Add("X-Auto-Response-Suppress", "All")
            .Add("MIME-Version", "1.0");

        var output = new ArrayBufferWriter<byte>(4096 + mail.Attachments.Sum(file => Base64Lines.LengthOf(file.Content.Length) + 256));
        if (mail.Attachments.Count == 0)
        {
            WriteText(output, header, mail.Text);
        }
        else
        {
            WriteParts(output, header, mail);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <exception cref="MailRefusedException">The address or the name cannot be sent.</exception>
    public static byte[] WithSender(string address, string name, ReadOnlySpan<byte> message)
    {
        var from = new HeaderWriter().AddMailbox("From", name, BareAddress.Check(address)).ToBytes();
        return [.. from, .. message];
    }

    private static void AddThread(HeaderWriter header, OutgoingMail mail)
    {
        // What others made up and no header can hold is left out: an answer outside of its thread is still an answer.
        var parent = mail.InReplyTo is { } id && IsUsable(id) ? id : null;
        var thread = mail.References.Where(IsUsable).ToList();
        if (parent is not null)
        {
            header.Add("In-Reply-To", Bracketed(parent));
            // RFC 5322 3.6.4: those of the mail that is answered, and then that one.
            thread.Remove(parent);
            thread.Add(parent);
        }

        if (thread.Count > 0)
        {
            header.Add("References", [.. thread.TakeLast(MostReferences).Select(Bracketed)]);
        }
    }

    private static bool IsUsable(string id) =>
        id.AsSpan().ContainsAny('\r', '\n', '\0') ? throw Unusable("References") : MessageId.IsUsable(id);

    private static void WriteText(ArrayBufferWriter<byte> output, HeaderWriter header, string text)
    {
        var lines = text.ReplaceLineEndings("\r\n");
        var bytes = Encoding.UTF8.GetBytes(lines.EndsWith('\n') ? lines : lines + "\r\n");
        var quoted = QuotedPrintableText.Encode(bytes);
        var isQuoted = quoted.Length <= Base64Lines.LengthOf(bytes.Length);
        header.Add("Content-Type", "text/plain; charset=utf-8");
        header.Add("Content-Transfer-Encoding", isQuoted ? "quoted-printable" : "base64");
        WriteHeader(output, header);
        output.Write(isQuoted ? quoted : Base64Lines.Encode(bytes));
    }

    private static void WriteParts(ArrayBufferWriter<byte> output, HeaderWriter header, OutgoingMail mail)
    {
        // "=_" stands in no line of quoted-printable and none of base64, so that it need not be searched for (RFC 2045 6.7).
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(mail.MessageId)).AsSpan(0, 12));
        header.Add("Content-Type", "multipart/mixed;", $"boundary=\"{boundary}\"");
        WriteHeader(output, header);
        output.Write(Encoding.ASCII.GetBytes($"--{boundary}\r\n"));
        WriteText(output, new HeaderWriter(), mail.Text);
        foreach (var file in mail.Attachments)
        {
            output.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}\r\n"));
            WriteHeader(output, FileHeader(file));
            output.Write(Base64Lines.Encode(file.Content.Span));
        }

        output.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"));
    }

    private static HeaderWriter FileHeader(MailAttachment file)
    {
        var isType = file.MediaType.Split('/') is [var kind, var format] && MimeToken.IsOne(kind) && MimeToken.IsOne(format);
        var name = HeaderWriter.Quoted(AttachmentName.Of(file.FileName));
        return new HeaderWriter()
            .Add("Content-Type", (isType ? file.MediaType : throw Unusable("Content-Type")) + ";", $"name={name}")
            .Add("Content-Transfer-Encoding", "base64")
            .Add("Content-Disposition", "attachment;", $"filename={name}");
    }

    private static void WriteHeader(ArrayBufferWriter<byte> output, HeaderWriter header)
    {
        output.Write(header.ToBytes());
        output.Write("\r\n"u8);
    }

    private static string DateText(DateTimeOffset moment) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{moment:ddd, d MMM yyyy HH:mm:ss} {(moment.Offset < TimeSpan.Zero ? '-' : '+')}{moment.Offset:hhmm}"
        );

    private static string Bracketed(string id) => $"<{id}>";

    private static MailRefusedException Unusable(string name) =>
        new("wrong-header", $"The mail cannot be written: its {name} has characters in it that no header may have.");
}
