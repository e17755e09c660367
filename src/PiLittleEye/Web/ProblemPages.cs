using System.Text.Json;
using PiLittleEye.Problems;
using PiLittleEye.Storage;

namespace PiLittleEye.Web;

/// <summary>Makes sure that every error is said in words: what no route said itself is said here.</summary>
internal static class ProblemPages
{
    public static IApplicationBuilder UseProblemPages(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProblemPages));
        return app.Use(
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
                {
                    var problem = Explain(failure);
                    if (problem is null)
                    {
                        logger.RequestFailed(failure, context.Request.Method, context.Request.Path);
                    }

                    context.Response.Clear();
                    await (problem ?? Say(StatusCodes.Status500InternalServerError)).ExecuteAsync(context);
                    return;
                }

                if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentLength: null, ContentType: null })
                {
                    await Say(context.Response.StatusCode).ExecuteAsync(context);
                }
            }
        );
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult? Explain(Exception failure) =>
        failure switch
        {
            BadHttpRequestException { InnerException: JsonException json } => Problem.Of(
                400,
                "wrong-json",
                "The request's JSON is wrong",
                // With an inner one of its kind it is the text that is broken, and the path only where that was noticed.
                json is { Path: { Length: > 2 } path, InnerException: not JsonException }
                    ? $"Look at {path[2..]}: it does not exist or has a value of another kind."
                    : "It is not complete JSON."
            ),
            BadHttpRequestException bad => Say(bad.StatusCode),
            StorageUnavailableException storage => Problem.Of(507, "storage-unavailable", "It could not be saved", storage.Message),
            _ => null,
        };

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Say(int status) =>
        status switch
        {
            400 => Problem.Of(400, "bad-request", "The request cannot be understood", "Compare it with the table of routes in README.md."),
            404 => Problem.Of(404, "not-found", "There is nothing here", "Compare the address with the table of routes in README.md."),
            405 => Problem.Of(405, "wrong-method", "That cannot be done here", "The Allow header says which methods this address knows."),
            413 => Problem.Of(413, "too-large", "The request is too large", "Nothing this service takes is larger than 64 KB."),
            415 => Problem.Of(
                415,
                "wrong-content-type",
                "The request is of another kind",
                "Send JSON with Content-Type: application/json."
            ),
            _ => Problem.Of(status, "failed", "That did not work", "Try again; the service's journal says more."),
        };
}
