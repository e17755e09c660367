using System.Runtime.InteropServices;

namespace PiLittleEye.Native.Turbojpeg;

/// <summary>What a JPEG says about itself before any pixel is decoded.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JpegHeader(int Width, int Height, ChromaSubsampling Subsampling);
