namespace PiLittleEye.Rights;

/// <summary>Marks what somebody in a home network that may watch is let in to without signing in. Whatever is not marked needs a sign-in there too.</summary>
internal sealed class HomeNetworkAccess
{
    public static readonly HomeNetworkAccess Mark = new();

    private HomeNetworkAccess() { }
}
