using PiLittleEye.Rights;

namespace PiLittleEye.Audit;

/// <summary>Something that happened and may be asked about later: who did what, from where, and how it ended. Never holds a secret.</summary>
/// <param name="Kind">A stable word for filters and programs: lower case with hyphens, what happened, as <c>signed-in</c>.</param>
/// <param name="Text">A sentence for people.</param>
internal sealed record AuditEntry(string Kind, string Text)
{
    /// <summary>As name of whoever uses the command line; they need no account.</summary>
    public const string CommandLine = "command line";

    /// <summary>Name of the account, key or ticket; null for strangers and for what the service does by itself.</summary>
    public string? Who { get; init; }

    /// <summary>The address, or the class of addresses, it came from.</summary>
    public string? From { get; init; }

    /// <summary>Id of the camera it is about.</summary>
    public string? Camera { get; init; }

    /// <summary>What it was done to, when that is no camera: an account's name, a key's name.</summary>
    public string? Subject { get; init; }

    public bool Succeeded { get; init; } = true;

    /// <summary>An administrator should look at it.</summary>
    public bool IsAlert { get; init; }

    /// <summary>With who asks and from where.</summary>
    public static AuditEntry By(HttpContext context, string kind, string text) =>
        new(kind, text) { Who = context.User.FindCaller()?.Name, From = AddressText.Of(context.Connection.RemoteIpAddress) };

    public static AuditEntry ByCommandLine(string kind, string text) => new(kind, text) { Who = CommandLine, From = Environment.UserName };
}
