namespace PiLittleEye.Cameras.Children;

/// <summary>Finds programs as a shell would, without one.</summary>
internal static class ProgramPath
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // A service may be started with no PATH at all.
    private const string DefaultPath = "/usr/local/bin:/usr/bin:/bin";

    /// <param name="program">A name, or a path with a slash in it that is taken as it is.</param>
    /// <returns>The full path, or null when it is not installed.</returns>
    public static string? Find(string program) =>
        program.Contains('/', StringComparison.Ordinal) ? (IsProgram(program) ? program : null) : Search(program);

    private static string? Search(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? DefaultPath)
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, program))
            .FirstOrDefault(IsProgram);

    private static bool IsProgram(string path) => File.Exists(path) && (File.GetUnixFileMode(path) & Executable) != UnixFileMode.None;
}
