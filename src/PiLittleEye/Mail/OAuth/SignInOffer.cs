namespace PiLittleEye.Mail.OAuth;

/// <summary>What the owner does next: open the address on any device, and type the code there.</summary>
/// <param name="Qr">The address as the text of an SVG.</param>
/// <param name="ExpiresAt">Until then.</param>
internal sealed record SignInOffer(string UserCode, string Url, string Qr, DateTimeOffset ExpiresAt);
