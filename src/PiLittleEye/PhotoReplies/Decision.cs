namespace PiLittleEye.PhotoReplies;

/// <summary>What became of one mail: an item of <c>GET /api/v1/photo-replies/decisions</c>.</summary>
/// <param name="At">When it was judged.</param>
/// <param name="Sender">Address; empty when it was not clear.</param>
/// <param name="Verdict">answered, refused or ignored.</param>
/// <param name="Reason">Stable, in lower case with hyphens.</param>
/// <param name="Text">What it means and what to do; never a code.</param>
internal sealed record Decision(DateTimeOffset At, string Sender, string Verdict, string Reason, string Text);
