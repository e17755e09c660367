namespace PiLittleEye.PhotoReplies;

/// <summary>What becomes of a mail, and why.</summary>
/// <param name="Kind">Whether it is answered.</param>
/// <param name="Reason">Stable, in lower case with hyphens.</param>
/// <param name="Text">What it means and what to do, for the owner. Never a code.</param>
internal sealed record Verdict(VerdictKind Kind, string Reason, string Text)
{
    public string Word => Kind.ToString().ToLowerInvariant();
}
