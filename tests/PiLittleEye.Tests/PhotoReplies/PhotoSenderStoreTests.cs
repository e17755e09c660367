using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class PhotoSenderStoreTests : IDisposable
{
    private readonly TemporaryState _state = new();
    private readonly PhotoSenderStore _senders;

    public PhotoSenderStoreTests() => _senders = new PhotoSenderStore(_state.Database, new SteppingClock());

    public void Dispose() => _state.Dispose();

    [Fact]
    public void Several_may_share_a_secret_and_it_goes_with_the_last_of_them()
    {
        Assert.True(_senders.Add("alice@example.com", null, 7, [1], most: 10));
        Assert.True(_senders.Add("alice@work.example", null, 7, null, most: 10));
        var (first, second) = (_senders.FindByAddress("alice@example.com")!, _senders.FindByAddress("alice@work.example")!);
        Assert.Equal(first.Id, second.SharesWith);
        Assert.True(_senders.Verify(7, step: 5));
        Assert.All(_senders.All(), sender => Assert.True(sender.IsVerified));

        _senders.Remove(first.Id);
        Assert.Null(_senders.Find(second.Id)!.SharesWith);
        Assert.NotNull(_senders.Secret(7));
        _senders.Remove(second.Id);
        Assert.Null(_senders.Secret(7));
    }

    [Fact]
    public void An_address_stands_there_once_and_there_is_a_bound()
    {
        Assert.True(_senders.Add("alice@example.com", null, 7, [1], most: 2));
        Assert.Null(_senders.Add("alice@example.com", null, 8, [1], most: 2));
        Assert.True(_senders.Add("bob@example.com", null, 9, [1], most: 2));
        Assert.False(_senders.Add("carol@example.com", null, 10, [1], most: 2));
        // Nothing is left of those that were refused.
        Assert.Null(_senders.Secret(8));
        Assert.Null(_senders.Secret(10));
    }

    [Fact]
    public void Another_secret_must_be_checked_first()
    {
        Assert.True(_senders.Add("alice@example.com", null, 7, [1], most: 2));
        Assert.True(_senders.Verify(7, step: 100));
        Assert.False(_senders.Verify(7, step: 100));
        _senders.SetSecret(7, [2]);
        Assert.False(_senders.All()[0].IsVerified);
        Assert.Equal([2], _senders.Secret(7)!.Value.Secret);
    }

    [Fact]
    public void Whoever_has_the_rights_of_an_account_goes_with_it()
    {
        _state.Execute(
            "INSERT INTO account (id, name, name_key, role, password_hash, created_at) VALUES (3, 'Bo', 'bo', 'Viewer', '', '')"
        );
        Assert.True(_senders.Add("bo@example.com", accountId: 3, 7, [1], most: 2));
        Assert.Equal(3, _senders.All()[0].AccountId);
        _state.Execute("DELETE FROM account");
        // Without its rights it would have those on every camera.
        Assert.Empty(_senders.All());
        Assert.Null(_senders.Secret(7));
    }
}
