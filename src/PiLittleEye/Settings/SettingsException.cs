namespace PiLittleEye.Settings;

/// <summary>The settings have mistakes, all of them listed. A person must mend them; starting again does not help.</summary>
internal sealed class SettingsException(IReadOnlyList<SettingsProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(problem => problem.ToString())))
{
    public IReadOnlyList<SettingsProblem> Problems { get; } = problems;
}
