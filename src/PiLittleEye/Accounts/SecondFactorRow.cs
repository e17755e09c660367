namespace PiLittleEye.Accounts;

/// <summary>What is kept of a second factor, encrypted.</summary>
internal sealed record SecondFactorRow(byte[]? Secret, byte[]? Offered, long LastStep);
