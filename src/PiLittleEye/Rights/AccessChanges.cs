namespace PiLittleEye.Rights;

/// <summary>Tells that somebody's access was changed: a session, key, ticket, right or list. Whatever lasts asks <see cref="Standing"/> again then.</summary>
internal sealed class AccessChanges
{
    public event Action? Changed;

    /// <summary>Said by whoever changed it, after it is stored.</summary>
    public void Tell() => Changed?.Invoke();
}
