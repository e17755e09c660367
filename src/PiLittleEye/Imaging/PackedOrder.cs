namespace PiLittleEye.Imaging;

/// <summary>Which bytes of packed 4:2:2 are luma.</summary>
internal enum PackedOrder
{
    /// <summary>Y U Y V.</summary>
    LumaFirst,

    /// <summary>U Y V Y.</summary>
    ChromaFirst,
}
