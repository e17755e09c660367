namespace PiLittleEye.Mail.Queue;

/// <summary>With what the queue sends.</summary>
internal interface IOutgoingAccounts
{
    /// <summary>Null while none is set up.</summary>
    OutgoingAccount? Current { get; }

    /// <summary>Raised after the owner changed it: what was refused before may go now.</summary>
    event Action? Changed;
}
