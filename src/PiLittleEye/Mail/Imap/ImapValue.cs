using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace PiLittleEye.Mail.Imap;

/// <summary>One value of a response: an atom, a string, a list of values, or NIL.</summary>
internal sealed class ImapValue
{
    public static readonly ImapValue Nil = new(default, [], isList: false);

    private ImapValue(ReadOnlyMemory<byte> octets, List<ImapValue> items, bool isList) => (Octets, Items, IsList) = (octets, items, isList);

    /// <summary>Of an atom or string, without quotes.</summary>
    public ReadOnlyMemory<byte> Octets { get; }

    /// <summary>Of a list; empty for all else.</summary>
    public List<ImapValue> Items { get; }

    public bool IsList { get; }

    public bool IsNil => ReferenceEquals(this, Nil);

    public bool IsText => !IsList && !IsNil;

    /// <summary>UTF-8, or Latin-1 where it is none; empty for lists and NIL.</summary>
    public string Text => Utf8.IsValid(Octets.Span) ? Encoding.UTF8.GetString(Octets.Span) : Encoding.Latin1.GetString(Octets.Span);

    /// <summary>0 for what is none; some servers say -1 of what they do not know.</summary>
    public long Number =>
        IsText && long.TryParse(Octets.Span, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : 0;

    public static ImapValue Of(ReadOnlyMemory<byte> octets) => new(octets, [], isList: false);

    public static ImapValue Of(List<ImapValue> items) => new(default, items, isList: true);

    public bool Is(ReadOnlySpan<byte> word) => IsText && Ascii.EqualsIgnoreCase(Octets.Span, word);
}
