namespace PiLittleEye.Accounts;

/// <summary>So many failures in so long.</summary>
internal readonly record struct AttemptLimit(int Failures, TimeSpan Window);
