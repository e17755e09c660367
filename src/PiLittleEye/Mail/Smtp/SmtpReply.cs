using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Mail.Smtp;

/// <summary>What a server said to one command (RFC 5321 4.2).</summary>
/// <param name="Code">From 100 to 599.</param>
/// <param name="Status">RFC 3463, as <c>5.7.8</c>; empty where the server gives none.</param>
/// <param name="Lines">Its words, without code and status, in Latin-1.</param>
internal sealed record SmtpReply(int Code, string Status, IReadOnlyList<string> Lines)
{
    public bool IsDone => Code is >= 200 and < 300;

    /// <summary>Later, perhaps.</summary>
    public bool IsPutOff => Code is >= 400 and < 500;

    public bool IsRefused => Code >= 500;

    /// <summary>For people: one line, short, harmless.</summary>
    public string Words => ServerWords.Quote(string.Join(' ', Lines.Prepend(Status).Prepend($"{Code}").Where(part => part.Length > 0)));

    public bool Says(string word) => Lines.Any(line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
}
