using System.Globalization;
using System.Runtime.InteropServices;

namespace PiLittleEye.Native.V4l2;

/// <summary>A time between frames in seconds, as drivers write it: 1/15, 1001/30000.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VideoFraction(uint Numerator, uint Denominator)
{
    /// <summary>Whether it says anything; drivers that do not know leave zeros.</summary>
    public bool IsKnown => Numerator != 0 && Denominator != 0;

    public double PerSecond => IsKnown ? (double)Denominator / Numerator : 0;

    /// <summary>The interval of a rate, exact to a thousandth of a frame a second.</summary>
    public static VideoFraction OfRate(double perSecond)
    {
        var thousandths = (uint)Math.Clamp(Math.Round(perSecond * 1000), 1, 1_000_000);
        var (a, b) = (1000u, thousandths);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return new VideoFraction(1000 / a, thousandths / a);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator} s");
}
