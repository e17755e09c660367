using System.Runtime.Intrinsics;

namespace PiLittleEye.Imaging;

/// <summary>What happens to each sample on its way through a conversion; a type and not a delegate, so that it is compiled into the loop.</summary>
internal interface IByteMap
{
    static abstract Vector128<byte> Map(Vector128<byte> samples);
}
