namespace PiLittleEye.Accounts;

internal enum SignInOutcome
{
    /// <summary>A session is open.</summary>
    SignedIn,

    /// <summary>Name or password is wrong; which of them is not told.</summary>
    Refused,

    /// <summary>The password is right, and a code is asked for as well.</summary>
    SecondFactorNeeded,

    /// <summary>The password is right and the code is not, or was used already.</summary>
    WrongSecondFactor,

    /// <summary>Too many failures from there or for that name; nothing was checked.</summary>
    Throttled,

    /// <summary>Too many others are being checked; whether this one was is not told.</summary>
    Busy,

    /// <summary>The set-up code is wrong.</summary>
    WrongCode,

    /// <summary>Somebody was first.</summary>
    AlreadyClaimed,

    /// <summary>Nobody can be called that.</summary>
    UnusableName,

    /// <summary>Too short or too long.</summary>
    UnusablePassword,
}
