namespace PiLittleEye.Mail.Trial;

/// <summary>The steps in their order: to the mailbox, to the server that sends, and once around.</summary>
internal static class TrialSteps
{
    public const string Dns = "dns";
    public const string Tcp = "tcp";
    public const string Tls = "tls";
    public const string Login = "login";
    public const string Folder = "folder";
    public const string Idle = "idle";
    public const string SmtpDns = "smtp-dns";
    public const string SmtpTcp = "smtp-tcp";
    public const string SmtpTls = "smtp-tls";
    public const string SmtpLogin = "smtp-login";
    public const string Send = "send";
    public const string Receive = "receive";

    public static IReadOnlyList<TrialStep> Fresh { get; } =
    [
        New(Dns, "Find the mailbox server"),
        New(Tcp, "Reach it"),
        New(Tls, "Encrypt, and check its certificate"),
        New(Login, "Log in to the mailbox"),
        New(Folder, "Open the folder"),
        New(Idle, "Be told of new mails at once"),
        New(SmtpDns, "Find the server that sends"),
        New(SmtpTcp, "Reach it"),
        New(SmtpTls, "Encrypt, and check its certificate"),
        New(SmtpLogin, "Log in for sending"),
        New(Send, "Send a mail to the camera's own address"),
        New(Receive, "See it come in"),
    ];

    private static TrialStep New(string id, string title) =>
        new(id, title, TrialStepState.Waiting, Detail: null, Remedy: null, Milliseconds: null);
}
