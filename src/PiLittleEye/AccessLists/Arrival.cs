namespace PiLittleEye.AccessLists;

/// <summary>How a request came: what the connection itself shows, before a proxy's word is taken.</summary>
/// <param name="IsLocal">The other end of the connection is this machine.</param>
/// <param name="IsThroughProxy">The other end of the connection is a trusted proxy.</param>
/// <param name="IsPassedOn">Somebody says to have passed it on, trusted or not.</param>
internal sealed record Arrival(bool IsLocal, bool IsThroughProxy, bool IsPassedOn)
{
    /// <summary>The address is that of whoever really asks, as far as anybody can know: straight from there, or by a trusted proxy that named it.</summary>
    public bool IsCertain => IsThroughProxy == IsPassedOn;
}
