using System.Text;
using PiLittleEye.Native.Libc;
using static PiLittleEye.Native.V4l2.VideoDeviceConstants;
using static PiLittleEye.Native.V4l2.VideoDeviceStructs;

namespace PiLittleEye.Native.V4l2;

/// <summary>
/// An open V4L2 device: asks what it offers, agrees on a format, starts a stream. Asking disturbs nobody who is streaming from it.
/// </summary>
internal sealed unsafe class VideoDevice : IDisposable
{
    // More than any driver lists (vivid: 83 formats); one that never says "no more" must not keep us for ever.
    private const int MostEntries = 256;

    private readonly FileDescriptor _device;

    private VideoDevice(FileDescriptor device, string path, VideoDeviceIdentity identity)
    {
        _device = device;
        Path = path;
        Identity = identity;
    }

    public string Path { get; }

    public VideoDeviceIdentity Identity { get; }

    private uint BufferType => Identity.IsMultiPlanar ? V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE : V4L2_BUF_TYPE_VIDEO_CAPTURE;

    /// <exception cref="NativeCallException">There is none, we may not, or it is no video device (ENOTTY).</exception>
    public static VideoDevice Open(string path)
    {
        var device = FileDescriptor.Open(path);
        try
        {
            var capability = new v4l2_capability();
            VideoRequest.QueryCapability.Call(device, ref capability, path);
            return new VideoDevice(
                device,
                path,
                new VideoDeviceIdentity(
                    Text(new ReadOnlySpan<byte>(capability.driver, 16)),
                    Text(new ReadOnlySpan<byte>(capability.card, 32)),
                    Text(new ReadOnlySpan<byte>(capability.bus_info, 32)),
                    (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? capability.device_caps : capability.capabilities
                )
            );
        }
        catch
        {
            device.Dispose();
            throw;
        }
    }

    /// <summary>Asks again, which fails with ENODEV once the device has been unplugged.</summary>
    public bool IsStillThere()
    {
        var capability = new v4l2_capability();
        return VideoRequest.QueryCapability.Try(_device, ref capability) == 0;
    }

    public IReadOnlyList<FourCc> Formats()
    {
        var found = new List<FourCc>();
        var entry = new v4l2_fmtdesc { type = BufferType };
        while (Next(VideoRequest.EnumFormat, ref entry, found.Count))
        {
            found.Add(new FourCc(entry.pixelformat));
            entry = new v4l2_fmtdesc { type = BufferType, index = (uint)found.Count };
        }

        return found;
    }

    /// <returns>Empty where the driver does not tell; its current size is then the only one known.</returns>
    public IReadOnlyList<VideoSizeRange> Sizes(FourCc format)
    {
        var found = new List<VideoSizeRange>();
        var entry = new v4l2_frmsizeenum { pixel_format = format.Value };
        while (Next(VideoRequest.EnumFrameSizes, ref entry, found.Count))
        {
            var size = new Span<uint>(entry.size, 6);
            found.Add(
                entry.type == V4L2_FRMSIZE_TYPE_DISCRETE
                    ? VideoSizeRange.Single((int)size[0], (int)size[1])
                    : new VideoSizeRange((int)size[0], (int)size[1], (int)size[2], (int)size[3], (int)size[4], (int)size[5])
            );
            if (entry.type != V4L2_FRMSIZE_TYPE_DISCRETE)
            {
                // A range is the only entry; drivers that ignore the index would repeat it for ever.
                break;
            }

            entry = new v4l2_frmsizeenum { pixel_format = format.Value, index = (uint)found.Count };
        }

        return found;
    }

    /// <returns>Empty where the driver does not tell.</returns>
    public IReadOnlyList<VideoIntervalRange> Intervals(FourCc format, int width, int height)
    {
        var found = new List<VideoIntervalRange>();
        var entry = Asked(0);
        while (Next(VideoRequest.EnumFrameIntervals, ref entry, found.Count))
        {
            var (min, max, step) = (Fraction(entry.min), Fraction(entry.max), Fraction(entry.step));
            if (entry.type == V4L2_FRMIVAL_TYPE_DISCRETE)
            {
                found.Add(VideoIntervalRange.Single(min));
                entry = Asked((uint)found.Count);
                continue;
            }

            found.Add(new VideoIntervalRange(min, max, entry.type == V4L2_FRMIVAL_TYPE_CONTINUOUS ? default : step));
            break;
        }

        return found;

        v4l2_frmivalenum Asked(uint index) =>
            new()
            {
                index = index,
                pixel_format = format.Value,
                width = (uint)width,
                height = (uint)height,
            };
    }

    public VideoFormat CurrentFormat()
    {
        var format = new v4l2_format { type = BufferType };
        VideoRequest.GetFormat.Call(_device, ref format, Path);
        return VideoFormat.From(format);
    }

    /// <returns>What the driver made of it; it may differ in everything.</returns>
    /// <exception cref="NativeCallException">EBUSY while somebody else streams.</exception>
    public VideoFormat SetFormat(FourCc pixels, int width, int height)
    {
        var format = VideoFormat.Wish(BufferType, pixels, width, height);
        VideoRequest.SetFormat.Call(_device, ref format, Path);
        return VideoFormat.From(format);
    }

    /// <returns>What the driver made of it; unknown where it has no say in the rate.</returns>
    public VideoFraction SetInterval(VideoFraction interval)
    {
        var parameters = new v4l2_streamparm { type = BufferType };
        parameters.capture.timeperframe = new v4l2_fract { numerator = interval.Numerator, denominator = interval.Denominator };
        var error = VideoRequest.SetParameters.Try(_device, ref parameters);
        return error switch
        {
            0 => (parameters.capture.capability & V4L2_CAP_TIMEPERFRAME) != 0 ? Fraction(parameters.capture.timeperframe) : default,
            LibcFunctions.ENOTTY or LibcFunctions.EINVAL => default,
            _ => throw new NativeCallException(VideoRequest.SetParameters.Name, Path, error),
        };
    }

    /// <summary>Maps buffers for the format agreed on and starts the camera.</summary>
    /// <exception cref="NativeCallException">EBUSY while somebody else streams, ENOSPC when the USB bus has no room.</exception>
    public VideoStream Start(int buffers) => VideoStream.Start(_device, Path, BufferType, buffers);

    public void Dispose() => _device.Dispose();

    private bool Next<T>(VideoRequest request, ref T entry, int found)
        where T : unmanaged
    {
        if (found == MostEntries)
        {
            return false;
        }

        var error = request.Try(_device, ref entry);
        return error switch
        {
            0 => true,
            LibcFunctions.EINVAL or LibcFunctions.ENOTTY => false,
            _ => throw new NativeCallException(request.Name, Path, error),
        };
    }

    private static VideoFraction Fraction(v4l2_fract fraction) => new(fraction.numerator, fraction.denominator);

    private static string Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]).Trim();
    }
}
