using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class MailboxPlaceStoreTests : IDisposable
{
    private static readonly byte[] s_mailbox = [1];

    private readonly TemporaryState _state = new();

    private MailboxPlaceStore Store => new(_state.Database);

    public void Dispose() => _state.Dispose();

    [Fact]
    public void How_far_it_was_read_is_known_after_a_restart()
    {
        Assert.Equal(0u, Store.LastUid(s_mailbox, 9));
        Assert.True(Store.TryJudge(s_mailbox, 4_000_000_000));
        Assert.False(Store.TryJudge(s_mailbox, 4_000_000_000));
        Assert.Equal([4_000_000_000u], Store.Judged(s_mailbox));
        Store.Advance(s_mailbox, 4_000_000_001);
        Store.Advance(s_mailbox, 7);
        Assert.Empty(Store.Judged(s_mailbox));
        Assert.Equal(4_000_000_001u, Store.LastUid(s_mailbox, 9));
    }

    [Fact]
    public void Other_numbers_or_another_mailbox_begin_anew()
    {
        Store.LastUid(s_mailbox, 9);
        Store.TryJudge(s_mailbox, 12);
        Store.Advance(s_mailbox, 10);
        Assert.Equal(0u, Store.LastUid(s_mailbox, 10));
        Assert.Empty(Store.Judged(s_mailbox));
        Store.Advance(s_mailbox, 10);
        Assert.Equal(0u, Store.LastUid([2], 10));
    }
}
