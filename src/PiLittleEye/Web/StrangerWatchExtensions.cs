namespace PiLittleEye.Web;

internal static class StrangerWatchExtensions
{
    public static IApplicationBuilder UseStrangerWatch(this IApplicationBuilder app)
    {
        var watch = app.ApplicationServices.GetRequiredService<StrangerWatch>();
        return app.Use(
            async (context, next) =>
            {
                await next(context);
                watch.Saw(context);
            }
        );
    }
}
