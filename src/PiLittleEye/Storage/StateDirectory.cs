using PiLittleEye.Problems;

namespace PiLittleEye.Storage;

/// <summary>Makes sure that the state directory is there, private and writable, and says what to do when it is not.</summary>
internal static class StateDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="CannotStartException">It cannot be made or written to.</exception>
    public static void Ensure(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory, OwnerOnly);
            // Only writing shows a read-only mount or a full disk; permission bits do not.
            var probe = Path.Combine(directory, ".writable");
            File.WriteAllText(probe, "x");
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"The state directory {directory} cannot be written to: {failure.Message.TrimEnd('.')}. "
                    + "Accounts and settings are kept there. Free some space, mount it writable, give it to the service's user, "
                    + "or name another one as Storage:Directory.",
                inner: failure
            );
        }
    }
}
