namespace PiLittleEye.Accounts;

/// <summary>The cookie that carries the session's token.</summary>
internal static class SessionCookie
{
    // The prefix makes browsers refuse it from a subdomain, over plain HTTP or for part of the site.
    public const string Name = "__Host-pi-little-eye";

    public static void Set(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options(Sessions.Lifetime));

    public static void Clear(HttpResponse response) => response.Cookies.Delete(Name, Options(lifetime: null));

    // Lax, not Strict: a link in a mail must open the picture, not the sign-in page.
    private static CookieOptions Options(TimeSpan? lifetime) =>
        new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = lifetime,
        };
}
