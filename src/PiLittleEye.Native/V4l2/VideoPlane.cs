using System.Runtime.InteropServices;

namespace PiLittleEye.Native.V4l2;

/// <summary>One piece of memory of a frame: bytes from row to row (zero where that means nothing, as for JPEG) and bytes in all.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VideoPlane(int BytesPerLine, int Length);
