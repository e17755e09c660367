namespace PiLittleEye.Accounts;

internal enum AccountRole
{
    /// <summary>Does with each camera what it was given rights for.</summary>
    Viewer,

    /// <summary>Does everything.</summary>
    Administrator,

    /// <summary>A viewer until a moment that was fixed beforehand.</summary>
    Guest,
}
