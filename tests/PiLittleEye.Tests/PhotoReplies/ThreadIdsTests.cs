using PiLittleEye.Mail;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class ThreadIdsTests
{
    [Fact]
    public void What_a_mail_names_is_read_without_brackets_and_what_no_header_could_hold_is_left_out()
    {
        var mail = new ReceivedMail
        {
            Uid = 1,
            Size = 1,
            ReceivedAt = default,
            Headers =
            [
                new("Message-Id", " <a@example.com> "),
                new("References", "<b@example.com>\t<c d@example.com> <> <e@example.com"),
                new("References", "<second@example.com>"),
            ],
            Structure = Parts.Text("1"),
        };
        Assert.Equal("a@example.com", ThreadIds.MessageIdOf(mail));
        Assert.Equal(["b@example.com", "e@example.com"], ThreadIds.ReferencesOf(mail));
        Assert.Null(ThreadIds.MessageIdOf(mail with { Headers = [] }));
    }
}
