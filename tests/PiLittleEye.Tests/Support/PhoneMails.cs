using System.Text;

namespace PiLittleEye.Tests.Support;

/// <summary>
/// Mails as phones, web pages and programs send them, with a code in the place where a person types it. Names, ids and signatures are made
/// up; headers, structure and encodings are those of the programs.
/// </summary>
internal static class PhoneMails
{
    private const string Plain = "Content-Type: text/plain; charset=\"UTF-8\"\n";
    private const string Html = "Content-Type: text/html; charset=\"UTF-8\"\n";

    /// <summary>Each with a name that says where it is from.</summary>
    public static IReadOnlyDictionary<string, Func<string, string>> Good { get; } =
        new Dictionary<string, Func<string, string>>(StringComparer.Ordinal)
        {
            ["gmail-web"] = code => Alternative($"{Plain}\n{code}\n", $"{Html}\n<div dir=\"ltr\">{code}</div>\n"),
            ["gmail-web-reply"] = code =>
                Alternative(
                    $"{Plain}Content-Transfer-Encoding: quoted-printable\n\n{code}\n\nOn Sat, Nov 21, 2026 at 2:03=E2=80=AFPM Camera <camera@test.local>\nwrote:\n\n> Printer at 2026-11-21, code 654321\n> To see it live, open 111111\n>\n",
                    $"{Html}Content-Transfer-Encoding: quoted-printable\n\n<div dir=3D\"ltr\">{code}</div><br><div class=3D\"gmail_quote gmail_quote_container\"><div dir=3D\"ltr\" class=3D\"gmail_attr\">On Sat, Nov 21, 2026 at 2:03=E2=80=AFPM Camera wrote:<br></div><blockquote>654321</blockquote></div>\n"
                ),
            ["gmail-app-base64"] = code =>
                Alternative(
                    $"{Plain}Content-Transfer-Encoding: base64\n\n{Base64($"\u062A\u0635\u0648\u064A\u0631 {code}\r\n")}\n",
                    $"{Html}Content-Transfer-Encoding: base64\n\n{Base64($"<div dir=\"rtl\">{code}</div>")}\n"
                ),
            ["iphone"] = code =>
                $"Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 7bit\nMime-Version: 1.0 (1.0)\nX-Mailer: iPhone Mail (23B85)\n\n{code}\n\n\nSent from my iPhone 16, 030 123456\n",
            ["iphone-reply"] = code =>
                Alternative(
                    $"Content-Type: text/plain;\n\tcharset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{code[..3]} {code[3..]}\n\nSent from my iPhone\n\n> On Nov 21, 2026, at 14:03, Camera <camera@test.local> wrote:\n>=20\n> =EF=BB=BF654321\n",
                    $"Content-Type: text/html;\n\tcharset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<html><body dir=3D\"auto\">{code[..3]}&nbsp;{code[3..]}<br><div dir=3D\"ltr\">Sent from my iPhone</div><blockquote type=3D\"cite\">654321</blockquote></body></html>=\n"
                ),
            ["apple-mail-mac"] = code =>
                $"Content-Type: text/plain;\n\tcharset=us-ascii;\n\tformat=flowed;\n\tdelsp=yes\nContent-Transfer-Encoding: 7bit\nMime-Version: 1.0 (Mac OS X Mail 16.0)\n\nDear camera, a picture please, because I sit in a train and want to  \nknow how it goes: {code[..2]} \n{code[2..]}\n",
            ["outlook"] = code =>
                Alternative(
                    $"Content-Type: text/plain; charset=\"Windows-1252\"\nContent-Transfer-Encoding: quoted-printable\n\n\n\n\n\n{code}\n\n\n\n________________________________\nFrom: Camera <camera@test.local>\nSent: Saturday, November 21, 2026 2:03 PM\nTo: Alice <alice@example.com>\nSubject: Re: 654321\n\n654321=A0\n",
                    $"Content-Type: text/html; charset=\"Windows-1252\"\nContent-Transfer-Encoding: quoted-printable\n\n<html><head><style>P {{color:#654321}}</style></head><body>{code}</body></html>\n"
                ),
            ["outlook-base64"] = code =>
                Alternative(
                    $"Content-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\n{Base64($"\r\n\r\n{code}\r\n\r\n-----Original Message-----\r\nFrom: x\r\n654321")}\n",
                    $"Content-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\n{Base64($"<p>{code}</p>")}\n"
                ),
            ["thunderbird"] = code =>
                $"MIME-Version: 1.0\nUser-Agent: Mozilla Thunderbird\nContent-Type: text/plain; charset=UTF-8; format=flowed\nContent-Transfer-Encoding: 8bit\n\n  {code} \n\nAm 21.11.26 um 14:03 schrieb Camera:\n> 654321\n\n-- \nAlice, +49 30 654321\n",
            ["samsung-html-only"] = code =>
                $"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{Base64($"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\"><style>.x654321{{}}</style></head><body dir=\"auto\">{code}<div><br></div><div>Sent from my Galaxy</div><div>-------- Original message --------</div><div>654321</div></body></html>")}\n",
            ["company-footer"] = code =>
                $"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"mix\"\n\n--mix\nContent-Type: multipart/related; boundary=\"rel\"\n\n--rel\n{InnerAlternative($"{Plain}\n{code} rotate\n-- \nAlice, Suite 654321\n", $"{Html}\n<p>{code}</p>\n")}\n--rel\nContent-Type: image/png; name=\"logo.png\"\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--rel--\n--mix\n{Plain}\nThis mail is confidential. Registered under 654321.\n--mix--\n",
            ["smime-signed"] = code =>
                $"MIME-Version: 1.0\nContent-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=\"sig\"\n\n--sig\nContent-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: quoted-printable\n\nmy code: =3{code[0]}{code[1..]}\n--sig\nContent-Type: application/pkcs7-signature; name=\"smime.p7s\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"smime.p7s\"\n\nMIAGCSqGSIb3DQEHAqCAMIACAQExDzAN\n--sig--\n",
            ["with-telephone-number"] = code =>
                $"{Plain}\n{code}\n\nAlice Example\nTel. (030) 654321, +49 30 654321, Fax 030-654321\nAccount 1234567890, 12.11.2026, EUR 654321.00\n",
            ["flowed-quoted-printable"] = code =>
                $"Content-Type: text/plain; charset=utf-8; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\nmy =\ncode is {code[..4]}=\n{code[4..]}\n--=20\n654321\n",
            ["unknown-charset"] = code =>
                $"Content-Type: text/plain; charset=x-of-nobody\nContent-Transfer-Encoding: 8bit\n\n\u00FC\u00FF {code} \u00FC\n",
        };

    /// <summary>Each with the reason for which it gets no answer.</summary>
    public static IReadOnlyDictionary<string, (string Reason, Func<string, string> Mail)> Bad { get; } =
        new Dictionary<string, (string, Func<string, string>)>(StringComparer.Ordinal)
        {
            ["several-codes"] = ("several-codes", code => $"{Plain}\n{code}, 654321\n"),
            ["no-code"] = ("no-code", _ => $"{Plain}\nplease\n"),
            ["code-in-quotation-only"] = ("no-code", code => $"{Plain}\nthanks\n\nOn Sat, Alice wrote:\n> {code}\n"),
            ["code-in-signature-only"] = ("no-code", code => $"{Plain}\nthanks\n-- \n{code}\n"),
            ["code-in-subject-only"] = ("no-code", code => $"Subject: {code}\n{Plain}\n\n"),
            ["forwarded-inside"] = (
                "no-code",
                code =>
                    $"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"fwd\"\n\n--fwd\n{Plain}\nlook at this\n--fwd\nContent-Type: message/rfc822\n\nFrom: bob@example.com\nSubject: x\n\n{code}\n--fwd--\n"
            ),
            ["forwarded-inside-alone"] = (
                "no-text",
                code =>
                    $"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"fwd\"\n\n--fwd\nContent-Type: message/rfc822\n\nFrom: bob@example.com\nSubject: x\n\n{code}\n--fwd--\n"
            ),
            ["forwarded-inline"] = ("no-code", code => $"{Plain}\n---------- Forwarded message ---------\nFrom: Bob\n\n{code}\n"),
            ["attachment-only"] = (
                "no-text",
                code =>
                    $"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"att\"\n\n--att\nContent-Type: text/plain; name=\"code.txt\"\nContent-Disposition: attachment; filename=\"code.txt\"\n\n{code}\n--att--\n"
            ),
            ["ten-megabytes"] = (
                "too-large",
                code =>
                    $"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"big\"\n\n--big\n{Plain}\n{code}\n--big\nContent-Type: application/octet-stream\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n{string.Concat(Enumerable.Repeat(new string('A', 76) + "\n", 135_000))}--big--\n"
            ),
            ["list-mail"] = (
                "mailing-list",
                code => $"List-Id: <makers.example.com>\nList-Unsubscribe: <mailto:u@example.com>\n{Plain}\n{code}\n"
            ),
            ["absence-notice"] = ("automatic", code => $"Auto-Submitted: auto-replied\n{Plain}\n{code}\n"),
            ["exchange-absence-notice"] = ("automatic", code => $"X-Auto-Response-Suppress: All\n{Plain}\n{code}\n"),
            ["bounce"] = (
                "bounce",
                code =>
                    $"MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"rep\"\n\n--rep\n{Plain}\n{code}\n--rep--\n"
            ),
            ["two-from"] = ("unclear-sender", code => $"From: Mallory <mallory@example.org>\n{Plain}\n{code}\n"),
        };

    /// <param name="body">Its own headers, an empty line, what it says.</param>
    /// <param name="id">Message-ID.</param>
    public static string Mail(string body, string id, string from = "Alice <alice@example.com>") =>
        $"Return-Path: <alice@example.com>\nDelivered-To: camera@test.local\nReceived: from mail.example.com (mail.example.com [192.0.2.1])\n\tby mx.test.local with ESMTPS id 1; Sat, 21 Nov 2026 14:03:00 +0000\n"
        + "Authentication-Results: mx.test.local;\n\tdkim=pass header.i=@example.com header.s=s1;\n\tspf=pass smtp.mailfrom=alice@example.com;\n\tdmarc=pass (p=NONE) header.from=example.com\n"
        + $"From: {from}\nTo: camera@test.local\nDate: Mon, 1 Jan 2001 00:00:00 -1200\nMessage-ID: <{id}>\n{body}";

    private static string Alternative(string first, string second) => $"MIME-Version: 1.0\n{InnerAlternative(first, second)}";

    private static string InnerAlternative(string first, string second) =>
        $"Content-Type: multipart/alternative; boundary=\"alt\"\n\n--alt\n{first}\n--alt\n{second}\n--alt--\n";

    private static string Base64(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text), Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n");
}
