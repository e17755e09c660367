namespace PiLittleEye.PhotoReplies;

/// <summary>Everything that can become of a mail, in words for the owner.</summary>
internal static class Verdicts
{
    // Of no interest to the camera.
    public static readonly Verdict TooOld = Ignored(
        "too-old",
        "The mail came in more than ten minutes before it was read; nobody waits for it any more."
    );
    public static readonly Verdict NotListed = Ignored(
        "not-listed",
        "The sender is not on the list. Add the address if it may ask for photos."
    );
    public static readonly Verdict OwnAddress = Ignored("own-address", "The mail is from the camera's own address.");
    public static readonly Verdict Bounce = Ignored(
        "bounce",
        "The mail says that another one could not be delivered, or comes from an address that takes none."
    );
    public static readonly Verdict MailingList = Ignored("mailing-list", "The mail came through a mailing list or was sent to many.");
    public static readonly Verdict Automatic = Ignored("automatic", "A program sent the mail, such as an absence notice.");

    // Requests that are not answered.
    public static readonly Verdict UnclearSender = Refused("unclear-sender", "The mail has no From with exactly one address.");
    public static readonly Verdict NotVerified = Refused(
        "not-verified",
        "The sender's authenticator was never checked. Type its current code on the page once."
    );
    public static readonly Verdict NotAuthenticated = Refused(
        "not-authenticated",
        "The mail server did not confirm that the mail is really from this sender (no dmarc=pass and no matching DKIM signature under the configured name)."
    );
    public static readonly Verdict ServerUnnamed = Refused(
        "server-unnamed",
        "It is not set whose confirmation counts. Enter the name of the account's server, as it stands first in Authentication-Results of any mail it got."
    );
    public static readonly Verdict TooLarge = Refused(
        "too-large",
        "The mail is larger than 200 KB; a request is a line. Send it without attachments."
    );
    public static readonly Verdict Locked = Refused(
        "locked",
        "The sender is locked after five wrong codes. It ends by itself after a day, or on the page."
    );
    public static readonly Verdict NoRight = Refused(
        "no-right",
        "The account this sender belongs to may take photos of no camera, or is locked or over."
    );
    public static readonly Verdict ClockDoubtful = Refused(
        "clock-doubtful",
        "The clock of this machine is not set by the network and differs from the mail server's by more than a minute, so no code can be judged."
    );
    public static readonly Verdict NoText = Refused("no-text", "The mail has no text that could hold a code.");
    public static readonly Verdict NoCode = Refused("no-code", "There are no six digits in what the sender wrote.");
    public static readonly Verdict SeveralCodes = Refused(
        "several-codes",
        "There are several different numbers of six digits in the mail; one of them is one guess too many."
    );
    public static readonly Verdict WrongCode = Refused(
        "wrong-code",
        "The code is wrong. After five of them in a day the sender is locked for a day."
    );
    public static readonly Verdict LateCode = Refused(
        "late-code",
        "The code was right once, but not at the time the mail came in. Send a new one."
    );
    public static readonly Verdict UsedCode = Refused(
        "used-code",
        "The code, or a later one, was used before. Each works once; wait for the next."
    );
    public static readonly Verdict SameMail = Refused("same-mail", "A mail with the same Message-ID was answered already.");
    public static readonly Verdict SenderLimit = Refused("sender-limit", "The sender had as many photos in the last hour as are allowed.");
    public static readonly Verdict TotalLimit = Refused(
        "total-limit",
        "All senders together had as many photos in the last hour as are allowed."
    );
    public static readonly Verdict SecretLost = Refused(
        "secret-lost",
        "The sender's secret cannot be decrypted: its key is another one. Give the sender a new secret."
    );
    public static readonly Verdict Unsendable = Refused(
        "unsendable",
        "The answer could not be handed over for sending, so there is none; the code is used up."
    );

    // Until more is known; stays when the power goes just then.
    public static readonly Verdict Accepted = Answered(
        "accepted",
        "The code was right and is used up. If nothing follows, the service was stopped before the answer was ready."
    );
    public static readonly Verdict Photo = Answered("photo", "A photo was taken and handed over for sending.");
    public static readonly Verdict NoPicture = Answered("no-picture", "The camera gave no picture; the answer says why and holds none.");
    public static readonly Verdict Status = Answered("status", "The state was handed over for sending.");
    public static readonly Verdict Clip = Answered(
        "clip",
        "A clip was asked for, which there is not yet; a photo was handed over for sending."
    );

    private static Verdict Ignored(string reason, string text) => new(VerdictKind.Ignored, reason, text);

    private static Verdict Refused(string reason, string text) => new(VerdictKind.Refused, reason, text);

    private static Verdict Answered(string reason, string text) => new(VerdictKind.Answered, reason, text);
}
