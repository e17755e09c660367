using System.Runtime.Intrinsics;

namespace PiLittleEye.Imaging;

/// <summary>Samples that are full range already, as JPEG wants them.</summary>
internal readonly struct Unchanged : IByteMap
{
    public static Vector128<byte> Map(Vector128<byte> samples) => samples;
}
