namespace PiLittleEye.Settings;

/// <summary>One mistake in what the installer wrote.</summary>
/// <param name="Key">Full key, as <c>Https:Port</c>.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Remedy">What to write instead, starting with a verb.</param>
internal sealed record SettingsProblem(string Key, string? Value, string Remedy)
{
    public override string ToString() => $"{Key} is {(Value is null ? "missing" : $"\"{Value}\"")}; {Remedy}.";
}
