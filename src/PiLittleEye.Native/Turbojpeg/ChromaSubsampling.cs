namespace PiLittleEye.Native.Turbojpeg;

/// <summary>How coarse the colour planes of a JPEG are; the numbers are those of turbojpeg.h (enum TJSAMP).</summary>
internal enum ChromaSubsampling
{
    None444 = 0,
    Half422 = 1,
    Quarter420 = 2,
    Gray = 3,
    Half440 = 4,
    Quarter411 = 5,
}
