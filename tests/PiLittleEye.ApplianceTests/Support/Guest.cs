using System.Diagnostics;
using System.Globalization;

namespace PiLittleEye.ApplianceTests.Support;

/// <summary>A running test guest, reached through the scripts of tests/appliance/guest.</summary>
internal sealed class Guest
{
    // A guest boots in a minute on a busy machine, and waits in a queue of its own when several are tested at once.
    private static readonly TimeSpan s_longestBoot = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan s_longestCommand = TimeSpan.FromMinutes(6);

    private readonly string _scripts;
    private readonly string _run;

    private Guest(string scripts, string run) => (_scripts, _run) = (scripts, run);

    /// <summary>The guest that scripts/test-appliance.sh has started.</summary>
    public static Guest FromEnvironment()
    {
        var run =
            Environment.GetEnvironmentVariable("APPLIANCE_GUEST")
            ?? throw new InvalidOperationException("There is no guest. Run these tests with scripts/test-appliance.sh.");
        return new Guest(Path.Combine(Checkout(), "tests", "appliance"), run);
    }

    /// <summary>The port of this machine that is forwarded to the guest's.</summary>
    public int PortFor(int guestPort)
    {
        var line = File.ReadLines(Path.Combine(_run, "ports"))
            .First(pair => pair.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{guestPort} "), StringComparison.Ordinal));
        return int.Parse(line.AsSpan(line.IndexOf(' ', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a shell command as root in the guest.</summary>
    /// <returns>What it said on standard output.</returns>
    public async Task<string> RunAsync(string command)
    {
        var (code, output, errors) = await TryAsync(command);
        return code == 0 ? output : throw new InvalidOperationException($"\"{command}\" ended with code {code}: {output}{errors}");
    }

    /// <summary>The same for a command that may fail.</summary>
    public Task<(int Code, string Output, string Errors)> TryAsync(string command) =>
        ScriptAsync(s_longestCommand, "guest/run.sh", _run, command);

    /// <summary>Installs the program that was published, without starting it.</summary>
    public Task InstallAsync() =>
        MustAsync(
            s_longestCommand,
            "install.sh",
            _run,
            Environment.GetEnvironmentVariable("APPLIANCE_PROGRAM") ?? throw new InvalidOperationException("No program was published.")
        );

    /// <summary>As if the power failed and came again: nothing more is written, and the same disk boots behind the same port.</summary>
    public async Task CutPowerAndBootAsync(int guestPort)
    {
        var port = string.Create(CultureInfo.InvariantCulture, $"{PortFor(guestPort)}:{guestPort}");
        await MustAsync(s_longestCommand, "guest/stop.sh", "--power-cut", _run);
        await MustAsync(s_longestBoot, "guest/boot.sh", _run, "--disk", Path.Combine(_run, "disk"), "--forward", port);
    }

    private static string Checkout()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PiLittleEye.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run inside a checkout.");
        }

        return folder;
    }

    private async Task MustAsync(TimeSpan longest, string script, params string[] arguments)
    {
        var (code, output, errors) = await ScriptAsync(longest, script, arguments);
        Assert.True(code == 0, $"{script} ended with code {code}: {output}{errors}");
    }

    private async Task<(int Code, string Output, string Errors)> ScriptAsync(TimeSpan longest, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(_scripts, script))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            // Not the end of its output: what it starts may keep that open.
            await process.WaitForExitAsync().WaitAsync(longest);
            return (process.ExitCode, (await output.WaitAsync(longest)).Trim(), (await errors.WaitAsync(longest)).Trim());
        }
        catch (TimeoutException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{script} {string.Join(' ', arguments)} has not ended after {longest}.", late);
        }
    }
}
