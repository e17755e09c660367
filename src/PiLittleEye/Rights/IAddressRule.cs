using System.Net;

namespace PiLittleEye.Rights;

/// <summary>Decides by address alone, whoever asks.</summary>
internal interface IAddressRule
{
    /// <param name="address">Null when it is not known.</param>
    bool Admits(IPAddress? address);
}
