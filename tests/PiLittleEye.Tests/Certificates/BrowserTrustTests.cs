using System.Security.Cryptography.X509Certificates;
using PiLittleEye.Certificates;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class BrowserTrustTests
{
    // The chain is looked at by the machine's own clock.
    private readonly PemMaker _maker = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public void A_chain_to_a_root_of_the_store_is_trusted_and_without_its_middle_it_is_not()
    {
        var (leaf, intermediate, root, _) = _maker.MakeChain();
        Assert.True(BrowserTrust.IsTrusted(Read(leaf)[0], Read(intermediate), Read(root)));
        Assert.False(BrowserTrust.IsTrusted(Read(leaf)[0], [], Read(root)));
    }

    [Fact]
    public void A_chain_to_a_root_of_nobody_is_not_trusted()
    {
        var (leaf, intermediate, root, _) = _maker.MakeChain();
        Assert.False(BrowserTrust.IsTrusted(Read(leaf)[0], Read(intermediate + "\n" + root)));
    }

    [Fact]
    public void One_that_vouches_for_itself_is_not_trusted_even_in_the_store()
    {
        var (certificate, _) = _maker.Make();
        Assert.False(BrowserTrust.IsTrusted(Read(certificate)[0], [], Read(certificate)));
    }

    private static X509Certificate2Collection Read(string pem)
    {
        var read = new X509Certificate2Collection();
        read.ImportFromPem(pem);
        return read;
    }
}
