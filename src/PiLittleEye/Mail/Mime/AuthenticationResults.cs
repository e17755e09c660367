namespace PiLittleEye.Mail.Mime;

/// <summary>One Authentication-Results header (RFC 8601): which server checked, and what it found.</summary>
/// <param name="AuthservId">Who checked; empty where the server does not name itself, as Microsoft's.</param>
/// <param name="Results">In the order they stand there.</param>
internal sealed record AuthenticationResults(string AuthservId, IReadOnlyList<AuthenticationResult> Results)
{
    // Three signatures, SPF, DMARC and what a company adds are ten.
    private const int Most = 50;
    private const int Longest = 16_384;

    // Of a name.
    private const string Ends = " \t\r\n();=.\"/";

    /// <returns>Null when it cannot be read.</returns>
    public static AuthenticationResults? Parse(string value)
    {
        if (value.Length > Longest)
        {
            return null;
        }

        var scanner = new HeaderScanner(value);
        if (!scanner.SkipBlanks() || Value(ref scanner, " \t\r\n();=") is not { Length: > 0 } authservId || !scanner.SkipBlanks())
        {
            return null;
        }

        var results = new List<AuthenticationResult>();
        if (scanner.Next == '=')
        {
            // The first word is a method already: the server has not named itself.
            scanner = new HeaderScanner($";{value}");
            authservId = string.Empty;
        }
        else
        {
            // A version, 1 or none.
            scanner.TakeUntil(";");
        }

        while (scanner.TryTake(';'))
        {
            if (!TryReadResult(ref scanner, results) || results.Count > Most)
            {
                return null;
            }
        }

        return scanner.IsAtEnd ? new AuthenticationResults(authservId, results) : null;
    }

    private static bool TryReadResult(ref HeaderScanner scanner, List<AuthenticationResult> results)
    {
        AuthenticationResult? result = null;
        var properties = new List<(string, string)>();
        while (scanner.SkipBlanks())
        {
            if (scanner.Next == ';' || scanner.IsAtEnd)
            {
                if (result is not null)
                {
                    results.Add(result);
                }

                return true;
            }

            if (Name(ref scanner) is not { } name || !scanner.SkipBlanks())
            {
                return false;
            }

            if (!scanner.TryTake('='))
            {
                // "none": nothing was checked.
                if (result is null && name == "none")
                {
                    continue;
                }

                return false;
            }

            if (!scanner.SkipBlanks() || Value(ref scanner, " \t\r\n();") is not { } value)
            {
                return false;
            }

            if (result is null)
            {
                if (value.Length == 0)
                {
                    return false;
                }

                result = new AuthenticationResult(name, value.ToLowerInvariant(), properties);
            }
            else if (properties.Count < Most)
            {
                properties.Add((name, value));
            }
        }

        return false;
    }

    // "header . from" is allowed, and means header.from.
    private static string? Name(ref HeaderScanner scanner)
    {
        var name = scanner.TakeUntil(Ends).ToString();
        if (!scanner.SkipBlanks())
        {
            return null;
        }

        while (scanner.TryTake('.'))
        {
            if (!scanner.SkipBlanks() || name.Length > 100)
            {
                return null;
            }

            name = $"{name}.{scanner.TakeUntil(Ends)}";
            if (!scanner.SkipBlanks())
            {
                return null;
            }
        }

        if (scanner.TryTake('/'))
        {
            // The version of a method, which nobody writes.
            if (!scanner.SkipBlanks() || scanner.TakeUntil(Ends).IsEmpty || !scanner.SkipBlanks())
            {
                return null;
            }
        }

        return name.Length == 0 ? null : name.ToLowerInvariant();
    }

    private static string? Value(ref HeaderScanner scanner, ReadOnlySpan<char> ends)
    {
        if (scanner.Next == '"')
        {
            return scanner.TakeQuoted();
        }

        // Nothing stands behind smtp.mailfrom= in a bounce.
        return scanner.TakeUntil(ends).ToString();
    }
}
