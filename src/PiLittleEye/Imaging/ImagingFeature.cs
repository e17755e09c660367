using PiLittleEye.Native.Turbojpeg;
using PiLittleEye.Problems;

namespace PiLittleEye.Imaging;

internal static class ImagingFeature
{
    public static IHostApplicationBuilder AddImaging(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CardRenderer>();
        return builder;
    }

    /// <exception cref="CannotStartException">The JPEG library is missing: no picture could ever be sent.</exception>
    public static WebApplication UseImaging(this WebApplication app) =>
        TurbojpegLibrary.IsPresent
            ? app
            : throw new CannotStartException(
                $"The JPEG library is missing: {TurbojpegLibrary.Name} was not found. "
                    + $"Install it with: apt-get install {TurbojpegLibrary.DebianPackage}",
                needsPerson: true
            );
}
