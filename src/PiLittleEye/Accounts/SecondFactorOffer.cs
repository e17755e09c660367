namespace PiLittleEye.Accounts;

/// <summary>Answer of <c>POST /api/v1/session/second-factor</c>.</summary>
/// <param name="Secret">To be typed where there is no camera.</param>
/// <param name="Uri">What the QR code says.</param>
/// <param name="Qr">An SVG.</param>
internal sealed record SecondFactorOffer(string Secret, string Uri, string Qr);
