using PiLittleEye.Accounts;

namespace PiLittleEye.Tests.Accounts;

public sealed class QrPictureTests
{
    [Fact]
    public void A_text_of_any_length_is_a_picture_or_nothing_and_never_an_error()
    {
        Assert.StartsWith("<svg", QrPicture.Of("x"), StringComparison.Ordinal);
        Assert.StartsWith("<svg", QrPicture.Of(new string('é', 1000)), StringComparison.Ordinal);
        Assert.Empty(QrPicture.Of(new string('x', 1001)));
        Assert.Empty(QrPicture.Of(new string('x', 30_000)));
    }
}
