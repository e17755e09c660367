namespace PiLittleEye.Tests.Support;

/// <summary>
/// A PATH of its own, on which only those programs are found that the test puts there. Only in the <see cref="SharedEnvironment"/>.
/// </summary>
internal sealed class ProgramFolder : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryDirectory _directory = new();
    private readonly EnvironmentVariable _path;

    public ProgramFolder() => _path = new EnvironmentVariable("PATH", _directory.Path);

    public string File(string name) => _directory.File(name);

    /// <summary>One of the stand-ins for the camera programs (tests/appliance/stubs).</summary>
    public void InstallStub(string program)
    {
        foreach (var name in new[] { program, "CameraStub.pm" })
        {
            System.IO.File.Copy(CameraStub.PathOf(name), File(name), overwrite: true);
        }
    }

    /// <summary>A shell script; it finds nothing on its PATH, so that it must name what it calls in full.</summary>
    public void Install(string program, string script)
    {
        var file = _directory.Write(program, $"#!/bin/sh\n{script}\n");
        System.IO.File.SetUnixFileMode(file, Executable);
    }

    public void Remove(string program) => System.IO.File.Delete(File(program));

    public void Dispose()
    {
        _path.Dispose();
        _directory.Dispose();
    }
}
