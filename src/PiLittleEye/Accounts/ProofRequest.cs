namespace PiLittleEye.Accounts;

/// <summary>Body of <c>POST /api/v1/session/proof</c>.</summary>
internal sealed record ProofRequest(string? Password, string? Code);
