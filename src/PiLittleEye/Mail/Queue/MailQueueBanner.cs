namespace PiLittleEye.Mail.Queue;

/// <summary>The sentence about mails that do not get out.</summary>
internal static class MailQueueBanner
{
    public static string? Of(MailQueueState state) =>
        state switch
        {
            { IsStopped: true, LastError: { } error } =>
                $"No mails are sent before the mail account is mended{Waiting(state)}: {error.Message}",
            // Whatever went out since shows that it is mended.
            { GaveUp: > 0, GaveUpAt: { } gaveUpAt } when !(state.LastSentAt > gaveUpAt) =>
                $"{Mails(state.GaveUp)} could not be sent and {(state.GaveUp == 1 ? "was" : "were")} given up.{Reason(state)}",
            // The three quick tries are over, so it is no hiccup.
            { Waiting: > 0, OldestAt: { } oldest, LastError: { } error } when error.At - oldest > TimeSpan.FromMinutes(2) =>
                $"{Mails(state.Waiting)} cannot be sent at the moment; that is tried again. The last reason: {error.Message}",
            _ => null,
        };

    private static string Reason(MailQueueState state) => state.LastError is { } error ? $" The last reason: {error.Message}" : "";

    private static string Waiting(MailQueueState state) => state.Waiting == 0 ? "" : $" ({Mails(state.Waiting)} waiting)";

    private static string Mails(int count) => count == 1 ? "1 mail" : $"{count} mails";
}
