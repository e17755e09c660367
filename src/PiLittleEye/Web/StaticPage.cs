using Microsoft.Net.Http.Headers;

namespace PiLittleEye.Web;

/// <summary>The page and its parts: open to everybody, because they hold nothing but the way in.</summary>
internal static class StaticPage
{
    public static IApplicationBuilder UseStaticPage(this IApplicationBuilder app)
    {
        // Without a redirect, which would put a ticket into one address more.
        app.UseDefaultFiles(new DefaultFilesOptions { RedirectToAppendTrailingSlash = false });
        return app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = file =>
                    // Asked about at each visit and answered with 304: after an upgrade nobody runs yesterday's script.
                    file.Context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { NoCache = true },
            }
        );
    }
}
