using PiLittleEye.Certificates;
using PiLittleEye.Keys;
using PiLittleEye.Rights;

namespace PiLittleEye.Web;

/// <summary>What every answer tells the browser about what it may do with it.</summary>
internal static class SecurityHeaders
{
    // Everything from here, nothing inline, nobody may frame it. Blobs are frames on their way to the canvas.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Half a year: shorter ones are taken for a mistake by those who audit, and the longer, the longer a certificate that ran out locks out.
    private const string HttpsOnly = "max-age=15768000";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                // At the last moment: an answer that failed half-way is begun anew, without the headers it had.
                context.Response.OnStarting(static state => Complete((HttpContext)state), context);
                return next(context);
            }
        );

    private static Task Complete(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        ShowElsewhere(context, headers);
        // Never with one made here: the browser would no longer let anybody through its warning.
        if (context.RequestServices.GetRequiredService<CurrentCertificate>().Served.IsTrustedFor(context.Request.Host.Host))
        {
            headers.StrictTransportSecurity = HttpsOnly;
        }

        if (AddressCredentials.AreIn(context.Request))
        {
            // The browser's cache would keep the address, and with it the key.
            headers.CacheControl = "no-store";
        }
        else if (headers.CacheControl.Count == 0 && context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            // What one account may see must never be kept for the next; pictures say their own.
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    // A picture whose key stands in its address is meant for other pages: OctoPrint's <img>, and Mainsail, which reads the stream by fetch
    // and needs leave for that. Whoever has the address can ask for it without a browser too, so this gives nothing away; no cookie is
    // ever sent with it. Everything else, the wall display's stream too, is for this camera's own page.
    private static void ShowElsewhere(HttpContext context, IHeaderDictionary headers)
    {
        var isForAll = context.User.FindCaller() is { IsFromAddress: true, IsKiosk: false };
        headers["Cross-Origin-Resource-Policy"] = isForAll ? "cross-origin" : "same-origin";
        if (isForAll)
        {
            headers.AccessControlAllowOrigin = "*";
        }
    }
}
