namespace PiLittleEye.Mail.Queue;

/// <summary>What a failure is about, and so what may go on.</summary>
internal enum FailureScope
{
    /// <summary>This mail; the others go on.</summary>
    Mail,

    /// <summary>The way to the server: nothing goes now, all of it may later.</summary>
    Server,

    /// <summary>The account: nothing goes before the owner has changed it. Trying again would lock it.</summary>
    Account,
}
