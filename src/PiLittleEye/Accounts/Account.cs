namespace PiLittleEye.Accounts;

/// <summary>Somebody who may sign in.</summary>
internal sealed record Account(long Id, string Name, AccountRole Role, string PasswordHash);
