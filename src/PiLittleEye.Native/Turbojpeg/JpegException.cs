namespace PiLittleEye.Native.Turbojpeg;

/// <summary>libturbojpeg refused a picture: the bytes are damaged, or the room for the result is too small. Drop the frame and carry on.</summary>
internal sealed class JpegException(string message) : Exception(message);
