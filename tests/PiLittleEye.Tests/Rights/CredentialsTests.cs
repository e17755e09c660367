using Microsoft.AspNetCore.Http;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Rights;

public sealed class CredentialsTests
{
    private static readonly Credential s_good = Credential.Of(Some.Caller());
    private static readonly Credential s_wrong = Credential.Refused(Refusals.NotAllowed());

    [Fact]
    public void What_stands_in_the_address_comes_before_what_a_browser_sends_by_itself()
    {
        var other = Credential.Of(Some.Caller("other"));
        var credentials = new Credentials([new Reader(CredentialPlace.Session, other), new Reader(CredentialPlace.Address, s_good)]);
        Assert.Same(s_good, credentials.Find(new DefaultHttpContext()));
    }

    [Fact]
    public void A_wrong_one_is_not_hidden_by_a_good_one_elsewhere()
    {
        var credentials = new Credentials([new Reader(CredentialPlace.Header, s_wrong), new Reader(CredentialPlace.Session, s_good)]);
        Assert.Same(s_wrong, credentials.Find(new DefaultHttpContext()));
    }

    [Fact]
    public void Where_there_is_none_the_next_place_is_looked_at()
    {
        var credentials = new Credentials([
            new Reader(CredentialPlace.Address, Credential.None),
            new Reader(CredentialPlace.Session, s_good),
        ]);
        Assert.Same(s_good, credentials.Find(new DefaultHttpContext()));
        Assert.Same(Credential.None, new Credentials([]).Find(new DefaultHttpContext()));
    }

    private sealed class Reader(CredentialPlace place, Credential found) : ICredentialReader
    {
        public CredentialPlace Place => place;

        public Credential Read(HttpContext context) => found;
    }
}
