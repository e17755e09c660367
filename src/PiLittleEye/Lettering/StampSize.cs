namespace PiLittleEye.Lettering;

/// <summary>How large the stamp is, relative to the picture.</summary>
internal enum StampSize
{
    Small,
    Medium,
    Large,
}
