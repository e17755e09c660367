namespace PiLittleEye.AccessLists;

/// <summary>Which addresses may come, as the owner decided.</summary>
/// <param name="Allow">When on, only these.</param>
/// <param name="Block">When on, none of these, whatever the other list says.</param>
/// <param name="HomeNetworks">When on, whoever asks from one of these may watch without signing in.</param>
/// <param name="Revision">One more with each change, so that another process sees that there was one.</param>
internal sealed record AccessListsSettings(AddressList Allow, AddressList Block, AddressList HomeNetworks, long Revision)
{
    /// <summary>For the table of settings.</summary>
    public const string Key = "access-lists";

    // All that is never routed on the internet (RFC 1918, 4193, 4291, 1122): whoever switches the list on keeps home and console.
    private static readonly AddressRange[] s_private =
    [
        AddressRange.Parse("192.168.0.0/16"),
        AddressRange.Parse("10.0.0.0/8"),
        AddressRange.Parse("172.16.0.0/12"),
        AddressRange.Parse("fc00::/7"),
        AddressRange.Parse("fe80::/10"),
    ];

    public static readonly AccessListsSettings Default = new(
        new AddressList(Enabled: false, [.. s_private, AddressRange.Parse("127.0.0.0/8"), AddressRange.Parse("::1")]),
        new AddressList(Enabled: false, []),
        new AddressList(Enabled: false, s_private),
        Revision: 0
    );

    /// <summary>Both lists off: the way back in for whoever has shut out everybody.</summary>
    public AccessListsSettings Disabled() =>
        this with
        {
            Allow = Allow with { Enabled = false },
            Block = Block with { Enabled = false },
            Revision = Revision + 1,
        };
}
