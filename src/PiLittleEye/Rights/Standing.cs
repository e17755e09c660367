namespace PiLittleEye.Rights;

/// <summary>Whether somebody who was let in may still go on: asked about everything that lasts, whenever a right may have ended.</summary>
internal sealed class Standing(IEnumerable<ICallerSource> sources, IEnumerable<IAddressRule> rules, TimeProvider clock)
{
    private readonly Dictionary<CallerKind, ICallerSource> _sources = sources.ToDictionary(source => source.Kind);

    /// <returns>The same caller with the rights of this moment; null when it has none any more.</returns>
    public Caller? Refresh(Caller caller) =>
        // Its end may have been moved since: what the source says counts, not what was true when it came.
        _sources.TryGetValue(caller.Kind, out var source)
        && source.Refresh(caller) is { } now
        && !(now.ExpiresAt <= clock.GetUtcNow())
            ? now
            : null;

    public bool MayStill(Caller caller, string cameraId, Right right) => Renew(caller, cameraId, right) is not null;

    /// <returns>The same caller, from the same address, with the rights of this moment; null when it may not go on from there.</returns>
    public Caller? Renew(Caller caller, string cameraId, Right right) =>
        rules.All(rule => rule.Admits(caller.Address)) && Refresh(caller) is { } now && now.Grants.Allow(cameraId, right)
            ? now with
            {
                Address = caller.Address,
            }
            : null;
}
