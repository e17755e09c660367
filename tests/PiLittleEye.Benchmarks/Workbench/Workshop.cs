using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PiLittleEye.Benchmarks.Scenes;
using PiLittleEye.Frames;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Benchmarks.Workbench;

/// <summary>What the rows share: programs in C, pictures, a certificate. Each is made when it is first asked for, in a folder that goes at the end.</summary>
internal sealed class Workshop : IDisposable
{
    // What a phone at the far end of a garden gets: 720p at quality 50 is near it.
    private const int SmallJpegLength = 60_000;
    private const int SmallJpegQuality = 45;

    private static readonly Dictionary<string, string[]> s_libraries = new(StringComparer.Ordinal)
    {
        ["encode"] = ["-lturbojpeg"],
        ["fanout"] = ["-lssl", "-lcrypto"],
        ["viewers"] = ["-lssl", "-lcrypto"],
        ["photos"] = ["-lssl", "-lcrypto"],
    };

    private readonly ConcurrentDictionary<string, string> _programs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Resolution, SceneFrames> _frames = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("pi-little-eye-benchmarks-").FullName;

    /// <summary>Path of a program of <c>limits/</c>, built by the C compiler.</summary>
    public async Task<string> ProgramAsync(string name, CancellationToken cancellation)
    {
        if (!_programs.TryGetValue(name, out var path))
        {
            path = FileIn("bin", name);
            var source = Path.Combine(Checkout.Limits, $"{name}.c");
            await Tool.RunAsync("cc", ["-O2", "-o", path, source, .. s_libraries.GetValueOrDefault(name, [])], cancellation);
            _programs[name] = path;
        }

        return path;
    }

    /// <summary>Eight pictures like a camera's, in memory and as a file for programs.</summary>
    public SceneFrames Frames(Resolution size) =>
        _frames.GetOrAdd(size, wanted => SceneFrames.Make(wanted, FileIn("frames", $"{wanted}.yuv")));

    /// <summary>A file with one JPEG of exactly 60000 bytes: what fan-out sends, whoever sends it.</summary>
    public string SmallJpeg()
    {
        var path = FileIn("frames", "small.jpg");
        if (!File.Exists(path))
        {
            var picture = Frames(new Resolution(1280, 720)).Picture(0);
            using var compressor = new JpegCompressor();
            var room = new byte[JpegCompressor.RoomFor(1280, 720)];
            var length = compressor.Compress(picture.Y, picture.U, picture.V, 1280, 720, SmallJpegQuality, room);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, SmallJpegLength);
            // Decoders stop at the end of the picture; what follows is only there for the length.
            File.WriteAllBytes(path, room.AsSpan(0, SmallJpegLength));
        }

        return path;
    }

    /// <summary>A pair of PEM files, EC P-256 as the product's own.</summary>
    public (string Certificate, string Key) CertificatePair()
    {
        var (certificate, key) = (FileIn("tls", "certificate.pem"), FileIn("tls", "key.pem"));
        if (!File.Exists(key))
        {
            using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=localhost", pair, HashAlgorithmName.SHA256);
            var today = TimeProvider.System.GetUtcNow();
            using var signed = request.CreateSelfSigned(today.AddDays(-1), today.AddDays(1));
            File.WriteAllText(certificate, signed.ExportCertificatePem());
            File.WriteAllText(key, pair.ExportPkcs8PrivateKeyPem());
        }

        return (certificate, key);
    }

    /// <summary>A path in the workshop; its folder is there.</summary>
    public string FileIn(string folder, string name)
    {
        Directory.CreateDirectory(Path.Combine(Folder, folder));
        return Path.Combine(Folder, folder, name);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
