using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Certificates;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class PairReaderTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly SteppingClock _clock = new();
    private readonly PemMaker _maker = new(SteppingClock.Start);
    private readonly UploadedPair _desk;

    public PairReaderTests() => _desk = new CertificateBench(_directory.Path, _clock, new CollectingLogger<CurrentCertificate>()).Uploaded;

    [Fact]
    public void Whatever_is_sent_is_taken_or_refused_in_words()
    {
        var (certificate, key) = _maker.Make();
        var (leaf, intermediate, root, other) = _maker.MakeChain();
        using var rsa = RSA.Create(2048);
        var (rsaCertificate, rsaKey) = _maker.Make(rsa);
        string[] parts =
        [
            certificate,
            key,
            leaf,
            intermediate,
            root,
            other,
            rsaCertificate,
            rsaKey,
            "-----BEGIN CERTIFICATE-----",
            "\n",
            "",
        ];
        var piece = Gen.OneOf(Gen.Elements(parts), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty));
        var text = piece.ListOf().Select(pieces => string.Concat(pieces)).SelectMany(Broken);
        Prop.ForAll(text.Two().ToArbitrary(), pair => IsTakenOrRefused(pair.Item1, pair.Item2))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void A_certificate_with_any_byte_changed_is_taken_or_refused_in_words()
    {
        var (certificate, key) = _maker.Make();
        using var read = X509Certificate2.CreateFromPem(certificate);
        var der = read.RawData;
        var change = Gen.Choose(0, der.Length - 1).SelectMany(place => Gen.Choose(1, 255).Select(flip => (place, flip)));
        Prop.ForAll(
                change.ToArbitrary(),
                at =>
                {
                    var changed = der.ToArray();
                    changed[at.place] ^= (byte)at.flip;
                    return IsTakenOrRefused(PemEncoding.WriteString("CERTIFICATE", changed), key);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void A_key_with_any_byte_changed_is_taken_or_refused_in_words()
    {
        using var rsa = RSA.Create(2048);
        foreach (var (certificate, key) in new[] { _maker.Make(), _maker.Make(rsa) })
        {
            var der = PemBlocks.Of(key).Single().Bytes;
            var change = Gen.Choose(0, der.Length - 1).SelectMany(place => Gen.Choose(1, 255).Select(flip => (place, flip)));
            Prop.ForAll(
                    change.ToArbitrary(),
                    at =>
                    {
                        var changed = der.ToArray();
                        changed[at.place] ^= (byte)at.flip;
                        return IsTakenOrRefused(certificate, PemEncoding.WriteString("PRIVATE KEY", changed));
                    }
                )
                .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        }
    }

    public void Dispose() => _directory.Dispose();

    // Taken means that it can be read again as it was kept.
    private bool IsTakenOrRefused(string certificate, string key)
    {
        try
        {
            _desk.Save(certificate, key);
            return OwnersCertificate.Load(_desk.Path, _desk.Path, SteppingClock.Start)[0].HasPrivateKey;
        }
        catch (CertificateRefusedException refusal)
        {
            return refusal.Code.Length > 0 && refusal.Message.StartsWith("The ", StringComparison.Ordinal);
        }
    }

    private static Gen<string> Broken(string text) =>
        text.Length == 0
            ? Gen.Constant(text)
            : Gen.OneOf(
                Gen.Constant(text),
                Gen.Choose(0, text.Length).Select(end => text[..end]),
                Gen.Choose(0, text.Length - 1)
                    .SelectMany(place => ArbMap.Default.GeneratorFor<char>().Select(letter => text[..place] + letter + text[(place + 1)..]))
            );
}
