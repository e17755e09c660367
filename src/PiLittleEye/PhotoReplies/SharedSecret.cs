namespace PiLittleEye.PhotoReplies;

/// <summary>What an authenticator must be given, shown once.</summary>
/// <param name="Secret">To be typed where there is no camera.</param>
/// <param name="Uri">What the QR code says.</param>
/// <param name="Qr">An SVG.</param>
internal sealed record SharedSecret(string Secret, string Uri, string Qr);
