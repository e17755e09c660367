using Microsoft.Extensions.Options;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class SenderSecretsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private SenderSecrets Secrets => new(Options.Create(new StorageOptions { Directory = _directory.Path }));

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_secret_is_opened_for_its_own_row_alone_and_its_key_is_its_owners_alone()
    {
        var box = Secrets.Seal(7, [1, 2, 3]);
        Assert.Equal([1, 2, 3], Secrets.Open(7, box));
        Assert.Null(Secrets.Open(8, box));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_directory.File(SenderSecrets.FileName)));
        File.Delete(_directory.File(SenderSecrets.FileName));
        Assert.Null(Secrets.Open(7, box));
    }
}
