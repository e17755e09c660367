namespace PiLittleEye.Cameras.V4l2;

/// <summary>Families of pixel formats.</summary>
internal enum V4l2PlaneKind
{
    /// <summary>Luma, then one plane for each colour.</summary>
    Planar,

    /// <summary>Luma, then one plane with both colours in turn.</summary>
    SemiPlanar,

    /// <summary>Luma and colour in turn in one plane, 4:2:2.</summary>
    Packed,

    /// <summary>A JPEG.</summary>
    Compressed,
}
