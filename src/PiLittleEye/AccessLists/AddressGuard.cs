using PiLittleEye.Problems;

namespace PiLittleEye.AccessLists;

/// <summary>Sends away whoever may not come from where it comes, before anything else is looked at.</summary>
internal static class AddressGuard
{
    public static IApplicationBuilder UseAddressGuard(this IApplicationBuilder app)
    {
        var gate = app.ApplicationServices.GetRequiredService<AccessGate>();
        return app.Use(
            (context, next) =>
            {
                if (gate.Admit(context.Connection.RemoteIpAddress))
                {
                    return next(context);
                }

                // The next one comes through a new connection, and costs a scanner more than us.
                context.Response.Headers.Connection = "close";
                return Problem
                    .Of(
                        StatusCodes.Status403Forbidden,
                        "address-refused",
                        "Not from this address",
                        $"This camera takes nothing from {context.Connection.RemoteIpAddress?.ToString() ?? "an address that nobody knows"}. "
                            + "Its address lists decide that; whoever has its console can switch them off: pi-little-eye disable-address-lists."
                    )
                    .ExecuteAsync(context);
            }
        );
    }
}
