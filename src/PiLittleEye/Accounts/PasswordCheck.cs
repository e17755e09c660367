using Microsoft.AspNetCore.Identity;

namespace PiLittleEye.Accounts;

/// <summary>What came of a password at the door.</summary>
/// <param name="Verdict">Of a password that lets in nobody: failed, whether it was hashed or not.</param>
/// <param name="IsTold">False when too many waited: the answer says that, and not how it went.</param>
internal readonly record struct PasswordCheck(PasswordVerificationResult Verdict, bool IsTold);
