using System.Net;
using PiLittleEye.Settings;

namespace PiLittleEye.Certificates;

/// <summary>Whose certificate HTTPS shows.</summary>
internal sealed class CertificateOptions
{
    public const string Section = "Certificate";

    /// <summary>PEM file with the owner's certificate, its issuers behind it. Null: one is made here.</summary>
    public string? File { get; init; }

    /// <summary>PEM file with the certificate's private key.</summary>
    public string? KeyFile { get; init; }

    /// <summary>More names for the certificate made here, as that of dynamic DNS.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>An authority of this camera's own is made at the first start, whose root phones can be given. Off: only when somebody asks for it.</summary>
    public bool Authority { get; init; }

    public static CertificateOptions Read(SettingsSection section)
    {
        var fallback = new CertificateOptions();
        var options = new CertificateOptions
        {
            File = section.OptionalText(nameof(File)),
            KeyFile = section.OptionalText(nameof(KeyFile)),
            Names = section.Texts(nameof(Names)),
            Authority = section.Flag(nameof(Authority), fallback.Authority),
        };
        if (options.File is null != options.KeyFile is null)
        {
            var missing = options.File is null ? nameof(File) : nameof(KeyFile);
            section.Complain(missing, value: null, "name both Certificate:File and Certificate:KeyFile, or neither");
        }

        foreach (var name in options.Names.Where(name => !IPAddress.TryParse(name, out _) && !HostName.TryNormalise(name, out _)))
        {
            section.Complain(nameof(Names), name, "use host names or addresses without https:// and port");
        }

        return options;
    }
}
