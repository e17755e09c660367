using System.Text.Json;

namespace PiLittleEye.Mail.Account;

/// <summary>How reading goes.</summary>
/// <param name="State">What the connection does: <c>off</c>, <c>connecting</c>, <c>waiting</c>, <c>polling</c>, <c>failed</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="LastMailAt">When the newest mail that was read had come in.</param>
/// <param name="LastError">Stays after it is over.</param>
/// <param name="NextTryAt">Null while connected, and when nothing is tried before a person has changed something.</param>
internal sealed record MailboxResponse(
    string State,
    DateTimeOffset Since,
    DateTimeOffset? LastMailAt,
    MailFault? LastError,
    DateTimeOffset? NextTryAt
)
{
    public static MailboxResponse Of(MailboxReport report) =>
        new(
            JsonNamingPolicy.CamelCase.ConvertName(report.Phase.ToString()),
            report.Since,
            report.LastMailAt,
            report.LastError,
            report.NextTryAt
        );
}
