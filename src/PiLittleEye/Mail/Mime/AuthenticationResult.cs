namespace PiLittleEye.Mail.Mime;

/// <summary>What one way of checking the sender found.</summary>
/// <param name="Method">In lower case: spf, dkim, dmarc.</param>
/// <param name="Result">In lower case: pass, fail, none …</param>
/// <param name="Properties">What was looked at, as <c>header.d</c> and its value.</param>
internal sealed record AuthenticationResult(string Method, string Result, IReadOnlyList<(string Name, string Value)> Properties)
{
    public bool IsPass => Result == "pass";

    /// <returns>Null when it is not there, or there twice with two values: then nobody knows which one is meant.</returns>
    public string? Property(string name)
    {
        var values = Properties
            .Where(property => property.Name == name)
            .Select(property => property.Value)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return values.Take(2).ToList() is [var only] ? only : null;
    }
}
