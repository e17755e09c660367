namespace PiLittleEye.Rights;

internal static class EndpointExtensions
{
    /// <summary>For what only looks: streams, photos, how a camera is.</summary>
    public static TBuilder AllowHomeNetwork<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(HomeNetworkAccess.Mark);
}
