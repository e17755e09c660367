using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Running;

/// <summary>Plays certbot: its folders, its symbolic links, and its call of the hook in deploy/.</summary>
public sealed class CertbotTests : IDisposable
{
    private const string Name = "eye.example.org";

    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(15);

    private readonly Launch _launch = new();
    private int _renewals;

    private string Lineage => _launch.File($"letsencrypt/live/{Name}");

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task The_hook_gives_each_renewed_pair_to_the_running_service()
    {
        await using var service = await Appliance.StartAsync(_launch);
        for (var renewal = 0; renewal < 2; renewal++)
        {
            var issued = Renew();
            (await HookAsync()).AssertWell();
            Assert.InRange(await Shown.SoonAsync(service, issued.Thumbprint), TimeSpan.Zero, s_soon);
        }
    }

    [Fact]
    public async Task Where_the_installer_named_certbots_files_the_service_reads_them_itself_and_the_hook_agrees()
    {
        var first = Renew();
        string[] settings = [$"--Certificate:File={Lineage}/fullchain.pem", $"--Certificate:KeyFile={Lineage}/privkey.pem"];
        await using var service = await Appliance.StartAsync(_launch, settings);
        Assert.Equal(first.Thumbprint, await Shown.ThumbprintAsync(service));

        var second = Renew();
        (await HookAsync(settings)).AssertWell();
        Assert.InRange(await Shown.SoonAsync(service, second.Thumbprint), TimeSpan.Zero, s_soon);
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_so_that_certbot_tells_its_owner()
    {
        await using var service = await Appliance.StartAsync(_launch);
        var before = await Shown.ThumbprintAsync(service);
        Renew();
        await File.WriteAllTextAsync($"{Lineage}/privkey.pem", "rubbish", TestContext.Current.CancellationToken);
        (await HookAsync()).AssertOneMessage(Outcome.Failed, "(no-key)");
        Assert.Equal(before, await Shown.ThumbprintAsync(service));
    }

    // As certbot does: new files in archive/, then the links of live/ are made anew one after the other.
    private Issued Renew()
    {
        _renewals++;
        var issued = Issued.FromNewRoot(Name, out _);
        var archive = _launch.File($"letsencrypt/archive/{Name}");
        Directory.CreateDirectory(archive);
        Directory.CreateDirectory(Lineage);
        foreach (var (file, text) in new[] { ("privkey", issued.Key), ("fullchain", issued.Chain) })
        {
            File.WriteAllText($"{archive}/{file}{_renewals}.pem", text);
            File.Delete($"{Lineage}/{file}.pem");
            File.CreateSymbolicLink($"{Lineage}/{file}.pem", $"../../archive/{Name}/{file}{_renewals}.pem");
        }

        return issued;
    }

    private async Task<Outcome> HookAsync(params string[] settings)
    {
        // The program as the package installs it, with this test's settings.
        var program = _launch.File("pi-little-eye");
        var basics = string.Join(' ', _launch.Basics.Concat(settings).Select(setting => $"'{setting}'"));
        await File.WriteAllTextAsync(
            program,
            $"#!/bin/sh\nexec dotnet '{Checkout.Program}' \"$@\" {basics}\n",
            TestContext.Current.CancellationToken
        );
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var environment = new Dictionary<string, string?>(_launch.Environment, StringComparer.Ordinal)
        {
            ["PI_LITTLE_EYE"] = program,
            ["RENEWED_LINEAGE"] = Lineage,
            ["RENEWED_DOMAINS"] = Name,
        };
        await using var hook = ChildProcess.Start([Checkout.File("deploy/certbot-deploy-hook")], environment);
        return await hook.EndAsync();
    }
}
