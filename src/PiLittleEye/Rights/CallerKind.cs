namespace PiLittleEye.Rights;

/// <summary>By what a request proved where it comes from.</summary>
internal enum CallerKind
{
    /// <summary>Somebody's account, through a session.</summary>
    Account,

    /// <summary>A program, by a key and its secret.</summary>
    Key,

    /// <summary>Whoever holds a signed link.</summary>
    Ticket,

    /// <summary>Nobody in particular, in a network that may watch.</summary>
    HomeNetwork,
}
