using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.Mail.Account;

/// <summary>
/// Keeps data protection's keys as files of the state directory that only the service's user can read. The framework's own store
/// would leave root's files to the service, which could not read them, after a verb of the command line.
/// </summary>
internal sealed class SecretKeyFiles(IOptions<StorageOptions> storage) : IXmlRepository
{
    public const string Prefix = "secret-key-";

    private const string Suffix = ".xml";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        try
        {
            return [.. Directory.EnumerateFiles(storage.Value.Directory, $"{Prefix}*{Suffix}").Select(Read).OfType<XElement>()];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException($"The keys in {storage.Value.Directory} cannot be read: {failure.Message}", failure);
        }
    }

    public void StoreElement(XElement element, string friendlyName) =>
        StateFile.Replace(storage.Value.PathOf($"{Prefix}{Guid.NewGuid():n}{Suffix}"), element.ToString());

    // One that is broken is one key less, not all of them.
    private static XElement? Read(string path)
    {
        try
        {
            return XElement.Load(path);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
