using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Clients;

public sealed class VlcTests(ClaimedAppliance camera) : IDisposable
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;
    private const int EnoughPictures = 3;

    private readonly TemporaryDirectory _here = new();

    public void Dispose() => _here.Dispose();

    [Theory]
    [InlineData("vlc --gnutls-dir-trust=trust https://x:$token")]
    [InlineData("vlc --gnutls-dir-trust=trust https://$key:$secret")]
    public async Task Plays_the_stream(string beginning)
    {
        File.SetUnixFileMode(_here.Path, Everybody);
        Directory.CreateDirectory(_here.File("trust"));
        File.Copy(camera.Appliance.CertificateFile, _here.File("trust/certificate.pem"));
        File.SetUnixFileMode(_here.File("trust/certificate.pem"), Everybody);
        // No window; what would be shown is saved, every fifth picture of it.
        var command =
            $"{Readme.Command(beginning, camera.Appliance)} --intf dummy --no-audio --vout dummy "
            + "--video-filter scene --scene-format jpg --scene-ratio 5 --scene-path .";
        await using var vlc = ChildProcess.Start(
            [.. AsSomebody, "sh", "-c", $"exec {command}"],
            new Dictionary<string, string?>(await camera.Appliance.CredentialsAsync(camera.Token)) { ["HOME"] = _here.Path },
            _here.Path
        );
        try
        {
            await Eventually.HoldsAsync(() => Pictures() >= EnoughPictures, "VLC shows moving pictures");
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException(vlc.Error.Text, late);
        }
    }

    // VLC refuses to run as root.
    private static IReadOnlyList<string> AsSomebody =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];

    // Different ones: the same again would be a stream that stands still.
    private int Pictures() =>
        Directory
            .EnumerateFiles(_here.Path, "scene*.jpg")
            .Select(file => Convert.ToHexString(File.ReadAllBytes(file)))
            .Where(bytes => bytes.EndsWith("FFD9", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Count();
}
