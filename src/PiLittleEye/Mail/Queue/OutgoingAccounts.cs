using PiLittleEye.Mail.Account;

namespace PiLittleEye.Mail.Queue;

/// <summary>The owner's account as the queue sees it.</summary>
internal sealed class OutgoingAccounts(MailAccounts accounts, Func<MailAccount, IMailSender> senders) : IOutgoingAccounts
{
    private (MailAccount Account, OutgoingAccount Outgoing)? _known;

    public event Action? Changed
    {
        add => accounts.Changed += value;
        remove => accounts.Changed -= value;
    }

    public OutgoingAccount? Current
    {
        get
        {
            if (accounts.Current is not { } account)
            {
                return null;
            }

            if (_known is not { } known || !ReferenceEquals(known.Account, account))
            {
                _known = known = (account, new OutgoingAccount(account.Address, account.MailsPerHour, senders(account)));
            }

            return known.Outgoing;
        }
    }
}
