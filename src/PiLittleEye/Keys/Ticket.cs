namespace PiLittleEye.Keys;

/// <summary>A link to one camera that ends by itself. What stands in it is known here only by its hash.</summary>
internal sealed record Ticket(long Id, long AccountId, string Name, string Camera, bool IsKiosk)
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public LastUse? LastUse { get; init; }
}
