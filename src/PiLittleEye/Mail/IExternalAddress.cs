using System.Net;

namespace PiLittleEye.Mail;

/// <summary>Under which address the internet sees this house. Whoever finds that out registers itself; until then nobody knows.</summary>
internal interface IExternalAddress
{
    /// <summary>Null while it is not known.</summary>
    IPAddress? Current { get; }
}
