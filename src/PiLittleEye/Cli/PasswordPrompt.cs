using System.Text;

namespace PiLittleEye.Cli;

/// <summary>Passwords from the keyboard, not shown, or from standard input; never from the arguments, which everybody on the machine can list.</summary>
internal static class PasswordPrompt
{
    /// <summary>One that is known already.</summary>
    public static string Read(string what) => Console.IsInputRedirected ? FromInput() : Type(what);

    /// <summary>One that is chosen now: at the keyboard it is typed twice, because nobody sees what is typed.</summary>
    /// <returns>Null when the two differ.</returns>
    public static string? Choose(string what)
    {
        if (Console.IsInputRedirected)
        {
            return FromInput();
        }

        var chosen = Type(what);
        return Type("The same again") == chosen ? chosen : null;
    }

    private static string FromInput() => Console.In.ReadLine() ?? string.Empty;

    private static string Type(string what)
    {
        // Takes over the terminal before it asks, so that what is typed at once is not shown either.
        _ = Console.KeyAvailable;
        Console.Error.Write($"{what}: ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                var isPair = typed.Length > 1 && char.IsSurrogatePair(typed[^2], typed[^1]);
                typed.Length = Math.Max(0, typed.Length - (isPair ? 2 : 1));
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
