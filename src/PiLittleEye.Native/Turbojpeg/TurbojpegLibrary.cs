using System.Runtime.InteropServices;

namespace PiLittleEye.Native.Turbojpeg;

/// <summary>Whether the JPEG library of the system is there at all.</summary>
internal static class TurbojpegLibrary
{
    public const string Name = TurbojpegFunctions.Library;

    /// <summary>Debian's package that brings it.</summary>
    public const string DebianPackage = "libturbojpeg0";

    public static bool IsPresent => NativeLibrary.TryLoad(Name, out _);
}
