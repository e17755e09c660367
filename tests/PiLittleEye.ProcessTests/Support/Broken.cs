namespace PiLittleEye.ProcessTests.Support;

/// <summary>Machines on which something is missing or in the way, made for one process by a mount namespace of its own (unshare(1)).</summary>
internal static class Broken
{
    private static readonly string[] s_unshare = Environment.IsPrivilegedProcess
        ? ["unshare", "--mount"]
        : ["unshare", "--user", "--map-root-user", "--mount"];

    /// <summary>Without this library.</summary>
    public static async Task<IReadOnlyList<string>> WithoutAsync(string library)
    {
        var known = (await ChildProcess.RunAsync("/sbin/ldconfig", "-p")).AssertWell();
        var line = Assert.Single(known.Split('\n').Where(line => line.Trim().StartsWith($"{library} ", StringComparison.Ordinal)).Take(1));
        return await AfterAsync("mount --bind /dev/null \"$0\"", line[(line.IndexOf("=> ", StringComparison.Ordinal) + 3)..]);
    }

    /// <summary>With nothing but this much space for a directory.</summary>
    /// <param name="directory">It is made.</param>
    /// <param name="free">Bytes.</param>
    public static Task<IReadOnlyList<string>> NearlyFullAsync(string directory, int free)
    {
        Directory.CreateDirectory(directory);
        return AfterAsync(
            $"mount -t tmpfs -o size=256k some-disk \"$0\" && head -c {256 * 1024 - free} /dev/zero >\"$0\"/filler",
            directory
        );
    }

    /// <summary>With a directory that nobody can write to.</summary>
    public static Task<IReadOnlyList<string>> ReadOnlyAsync(string directory)
    {
        Directory.CreateDirectory(directory);
        return AfterAsync("mount -t tmpfs -o ro some-disk \"$0\"", directory);
    }

    // The shell's first word is what to break; then it becomes the program, so that its pid is the child's.
    private static async Task<IReadOnlyList<string>> AfterAsync(string breaking, string what)
    {
        var attempt = await ChildProcess.RunAsync([.. s_unshare, "mount", "-t", "tmpfs", "some-disk", "/mnt"]);
        Assert.SkipWhen(attempt.ExitCode != 0, $"A mount namespace is needed, and this machine gives none: {attempt.Error}");
        return [.. s_unshare, "sh", "-c", $"{breaking} && exec \"$@\"", what];
    }
}
