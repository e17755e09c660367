namespace PiLittleEye.Rights;

/// <summary>What somebody may do with one camera.</summary>
[Flags]
internal enum Right
{
    None = 0,

    /// <summary>See its live stream and how it is.</summary>
    Watch = 1,

    /// <summary>Fetch single pictures.</summary>
    Photo = 2,

    /// <summary>Change rotation, size, stamp and whatever else it is set to.</summary>
    Settings = 4,

    /// <summary>Switch what stands beside it: its light, its printer.</summary>
    Control = 8,

    All = Watch | Photo | Settings | Control,
}
