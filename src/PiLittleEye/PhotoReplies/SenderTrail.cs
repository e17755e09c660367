using PiLittleEye.Audit;

namespace PiLittleEye.PhotoReplies;

/// <summary>What people do with senders and settings, for whoever asks later. Never a secret or a code. On the card before it is answered.</summary>
internal sealed class SenderTrail(AuditLog audit)
{
    /// <param name="context">Null for the command line.</param>
    public Task AddedAsync(HttpContext? context, PhotoSender sender, string? account) =>
        SaveAsync(context, "photo-sender-added", $"{sender.Address} may ask for photos of {Cameras(account)} by mail.", sender);

    public Task ChangedAsync(HttpContext? context, PhotoSender sender, string? account) =>
        SaveAsync(context, "photo-sender-changed", $"{sender.Address} may ask for photos of {Cameras(account)} by mail.", sender);

    public Task VerifiedAsync(HttpContext? context, PhotoSender sender) =>
        SaveAsync(context, "photo-sender-verified", $"The authenticator of {sender.Address} was checked.", sender);

    public Task RenewedAsync(HttpContext? context, PhotoSender sender) =>
        SaveAsync(context, "photo-sender-secret-renewed", $"{sender.Address} got another secret; former codes open nothing.", sender);

    public Task UnlockedAsync(HttpContext? context, PhotoSender sender) =>
        SaveAsync(context, "photo-sender-unlocked", $"{sender.Address} is no longer locked.", sender);

    public Task RemovedAsync(HttpContext? context, PhotoSender sender) =>
        SaveAsync(context, "photo-sender-removed", $"{sender.Address} may not ask for photos by mail any more.", sender);

    /// <param name="context">Who.</param>
    /// <param name="text">What, in a sentence.</param>
    /// <param name="isAlert">It makes something less safe.</param>
    public Task SettingsAsync(HttpContext context, string text, bool isAlert) =>
        audit.SaveAsync(AuditEntry.By(context, "photo-replies-changed", text) with { IsAlert = isAlert });

    private static string Cameras(string? account) => account is null ? "all cameras" : $"the cameras of {account}";

    private Task SaveAsync(HttpContext? context, string kind, string text, PhotoSender sender)
    {
        var entry = context is null ? AuditEntry.ByCommandLine(kind, text) : AuditEntry.By(context, kind, text);
        return audit.SaveAsync(entry with { Subject = sender.Address });
    }
}
