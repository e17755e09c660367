namespace PiLittleEye.PhotoReplies;

/// <summary>What became of a mail.</summary>
internal enum VerdictKind
{
    /// <summary>No request: somebody else's mail, one of a program, an old one.</summary>
    Ignored,

    /// <summary>A request that must not be answered; nobody is told but the owner.</summary>
    Refused,

    Answered,
}
