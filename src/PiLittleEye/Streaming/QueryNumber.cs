using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace PiLittleEye.Streaming;

/// <summary>A plain decimal number in a URL, as <c>?fps=7.5</c>.</summary>
internal static class QueryNumber
{
    /// <returns>False for anything but one number between the bounds; .NET would read NaN and Infinity too, which are neither.</returns>
    public static bool TryRead(StringValues text, double least, double most, out double value) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
}
