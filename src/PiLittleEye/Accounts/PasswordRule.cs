using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;

namespace PiLittleEye.Accounts;

/// <summary>Which passwords may be chosen. Pure.</summary>
internal static class PasswordRule
{
    public const int Shortest = 10;

    // Nobody types more; more would only be work for the hash.
    public const int Longest = 1024;

    /// <returns>Null when it may be chosen.</returns>
    public static ProblemHttpResult? Refusal(string? password)
    {
        // Half a character is hashed as the sign for "not a character": two passwords would be the same.
        if (password is not { Length: <= Longest } || !IsWellFormed(password) || password.EnumerateRunes().Count() < Shortest)
        {
            return Problem.Of(
                400,
                "unusable-password",
                "That password cannot be used",
                $"Use {Shortest} to {Longest} characters. Several words make a good one."
            );
        }

        return CommonPasswords.Contain(password)
            ? Problem.Of(
                400,
                "common-password",
                "That password is too easy to guess",
                "It is among those tried first, or little more than one of them. Several words that do not belong together make a good one."
            )
            : null;
    }

    private static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; )
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune))
            {
                return false;
            }

            index += rune.Utf16SequenceLength;
        }

        return true;
    }
}
