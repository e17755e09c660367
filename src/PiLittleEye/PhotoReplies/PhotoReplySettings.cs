namespace PiLittleEye.PhotoReplies;

/// <summary>How requests by mail are treated, as the owner decided.</summary>
/// <param name="IsOn">Whether the mailbox is read at all.</param>
/// <param name="NeedsAuthentication">Off: whoever forges the sender has only the code to guess. For servers that check no senders.</param>
/// <param name="AuthservId">What the account's server calls itself in Authentication-Results; empty: what its provider's servers are known to.</param>
/// <param name="CodeSeconds">How late a code may come in.</param>
/// <param name="PerSenderPerHour">Answers.</param>
/// <param name="PerHour">Answers to all together.</param>
/// <param name="Subject">Behind <c>Re: </c>.</param>
internal sealed record PhotoReplySettings(
    bool IsOn,
    bool NeedsAuthentication,
    string AuthservId,
    int CodeSeconds,
    int PerSenderPerHour,
    int PerHour,
    string Subject
)
{
    /// <summary>For the table of settings.</summary>
    public const string Key = "photo-replies";

    // Two minutes: half a minute to send, and what providers take but for one mail in a hundred. Six an hour are one every ten minutes,
    // thirty what Gmail's 500 a day bear; the subject is PrintCameraBot's.
    public static readonly PhotoReplySettings Default = new(
        IsOn: false,
        NeedsAuthentication: true,
        AuthservId: string.Empty,
        CodeSeconds: 120,
        PerSenderPerHour: 6,
        PerHour: 30,
        Subject: "Requested Image"
    );
}
