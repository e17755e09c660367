namespace PiLittleEye.Tests.Support;

/// <summary>Everybody who may come to the door, in the order of the columns of <c>access.txt</c>.</summary>
internal enum AccessCaller
{
    Nobody,

    /// <summary>Nobody, from a network where the owner lets everybody watch.</summary>
    HomeNetwork,

    /// <summary>A link whose time is over.</summary>
    ExpiredTicket,

    /// <summary>A session of an administrator who was locked since.</summary>
    LockedAccount,

    /// <summary>A session of an administrator from before the password was changed.</summary>
    OldSession,

    /// <summary>A link to another camera than the one asked about.</summary>
    OtherTicket,

    /// <summary>A link to the camera asked about.</summary>
    Ticket,

    /// <summary>A key without a right on the camera asked about.</summary>
    OtherKey,

    /// <summary>A key with every right.</summary>
    Key,

    /// <summary>An administrator whose password must be changed first.</summary>
    OwesPassword,

    /// <summary>A viewer of another camera than the one asked about.</summary>
    OtherViewer,

    /// <summary>A viewer until tomorrow.</summary>
    Guest,

    /// <summary>With the rights that a viewer usually has.</summary>
    Viewer,

    /// <summary>An administrator who proved the password longer ago.</summary>
    Unproved,

    /// <summary>An administrator who has just proved the password.</summary>
    Administrator,
}
