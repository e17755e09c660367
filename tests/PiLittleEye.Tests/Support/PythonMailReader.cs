using System.Diagnostics;
using System.Text.Json;

namespace PiLittleEye.Tests.Support;

/// <summary>Reads mails with Python's own <c>email</c> package: what we write must be right for a reader that knows nothing of us.</summary>
internal sealed class PythonMailReader : IDisposable
{
    private const string Program = """
        import sys, json, base64
        from email import message_from_bytes, policy
        from email.header import decode_header, make_header
        from email.utils import parseaddr
        # Not display_name of the newer interface: that puts blanks where two encoded words meet.
        def people(text):
            name, address = parseaddr(''.join((text or '').splitlines()))
            return [[str(make_header(decode_header(name))), address]] if address else []
        for line in sys.stdin:
            raw = base64.b64decode(line)
            mail = message_from_bytes(raw, policy=policy.default)
            parts = [p for p in mail.walk() if not p.is_multipart()]
            defects = [repr(d) for p in mail.walk() for d in p.defects] + [repr(d) for h in mail.values() for d in getattr(h, 'defects', [])]
            print(json.dumps({
                'headers': [[n, str(v)] for n, v in mail.items()],
                'from': people(message_from_bytes(raw)['From']),
                'to': people(message_from_bytes(raw)['To']),
                'at': mail['Date'].datetime.isoformat() if mail['Date'] else '',
                'type': mail.get_content_type(),
                'parts': [{'type': p.get_content_type(), 'charset': p.get_content_charset() or '', 'encoding': str(p['Content-Transfer-Encoding']),
                           'file': p.get_filename() or '', 'content': base64.b64encode(p.get_payload(decode=True)).decode()} for p in parts],
                'defects': defects}), flush=True)
        """;

    private readonly Process _python;

    public PythonMailReader()
    {
        try
        {
            _python = Process.Start(
                new ProcessStartInfo("python3", ["-c", Program])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Skip($"The second opinion needs python3: {missing.Message}");
            throw;
        }
    }

    public ReadBackMail Read(ReadOnlySpan<byte> message)
    {
        _python.StandardInput.WriteLine(Convert.ToBase64String(message));
        _python.StandardInput.Flush();
        var answer = _python.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Python could not read the mail.");
        return JsonSerializer.Deserialize<ReadBackMail>(answer, JsonSerializerOptions.Web)!;
    }

    public void Dispose()
    {
        _python.StandardInput.Close();
        _python.WaitForExit();
        _python.Dispose();
    }
}
