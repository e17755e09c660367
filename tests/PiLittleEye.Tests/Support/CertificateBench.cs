using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PiLittleEye.Certificates;
using PiLittleEye.Storage;

namespace PiLittleEye.Tests.Support;

/// <summary>What looks after certificates, on a state directory and a clock of a test.</summary>
internal sealed class CertificateBench(string directory, TimeProvider clock, ILogger<CurrentCertificate> log)
{
    private readonly IOptions<StorageOptions> _storage = Options.Create(new StorageOptions { Directory = directory });

    /// <summary>As after a restart: it knows nothing but the files.</summary>
    public CurrentCertificate Current(CertificateOptions? options = null) =>
        new(
            Options.Create(options ?? new CertificateOptions()),
            new CertificateFiles(_storage),
            new UploadedPair(_storage, clock),
            new LocalAuthority(_storage),
            clock,
            log
        );

    public LocalAuthority Authority => new(_storage);

    public UploadedPair Uploaded => new(_storage, clock);
}
