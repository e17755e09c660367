namespace PiLittleEye.Tests.Support;

/// <summary>About one operation of the API.</summary>
/// <param name="Summary">What it does, without a full stop.</param>
internal sealed record ApiNote(string Summary)
{
    public string? Detail { get; init; }

    /// <summary>Parameters that its handler reads by itself.</summary>
    public IReadOnlyList<(string Name, string Meaning)> Query { get; init; } = [];

    /// <summary>Of what it sends by itself.</summary>
    public string? ContentType { get; init; }
}
