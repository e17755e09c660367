using PiLittleEye.Native.Libc;
using PiLittleEye.Native.Memory;
using static PiLittleEye.Native.V4l2.VideoDeviceConstants;
using static PiLittleEye.Native.V4l2.VideoDeviceStructs;

namespace PiLittleEye.Native.V4l2;

/// <summary>A device that is streaming into mapped buffers. Dispose stops it and gives the buffers back, also when it has been unplugged.</summary>
internal sealed unsafe class VideoStream : IDisposable
{
    private readonly FileDescriptor _device;
    private readonly string _path;
    private readonly uint _type;
    private readonly List<VideoBuffer> _buffers = [];
    private bool _isOpen = true;

    private VideoStream(FileDescriptor device, string path, uint type)
    {
        _device = device;
        _path = path;
        _type = type;
    }

    private bool IsMultiPlanar => _type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE;

    internal static VideoStream Start(FileDescriptor device, string path, uint type, int buffers)
    {
        var stream = new VideoStream(device, path, type);
        try
        {
            var request = stream.Request((uint)buffers);
            VideoRequest.RequestBuffers.Call(device, ref request, path);
            for (var i = 0; i < request.count; i++)
            {
                stream._buffers.Add(stream.Map(i));
            }

            foreach (var buffer in stream._buffers)
            {
                stream.Queue(buffer);
            }

            var on = (int)type;
            VideoRequest.StreamOn.Call(device, ref on, path);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <returns>The oldest frame that is ready; null when none came in time or a signal cut the waiting short.</returns>
    /// <exception cref="NativeCallException">ENODEV when the device has gone, EIO when its driver has given up.</exception>
    public VideoBuffer? Dequeue(TimeSpan timeout)
    {
        ObjectDisposedException.ThrowIf(!_isOpen, this);

        // An unplugged device is "ready" too; taking the frame then says ENODEV.
        if (!Readiness.Wait(_device, timeout))
        {
            return null;
        }

        var planes = stackalloc v4l2_plane[VIDEO_MAX_PLANES];
        var buffer = Blank(0, planes);
        var error = VideoRequest.DequeueBuffer.Try(_device, ref buffer);
        if (error == LibcFunctions.EAGAIN)
        {
            return null;
        }

        if (error != 0 || buffer.index >= _buffers.Count)
        {
            throw new NativeCallException(VideoRequest.DequeueBuffer.Name, _path, error != 0 ? error : LibcFunctions.EIO);
        }

        var filled = _buffers[(int)buffer.index];
        filled.Lend(buffer, IsMultiPlanar ? new ReadOnlySpan<v4l2_plane>(planes, filled.PlaneCount) : []);
        return filled;
    }

    public void Dispose()
    {
        if (!_isOpen)
        {
            return;
        }

        // Best effort: on a device that has gone every call fails, and closing it frees all the same.
        _isOpen = false;
        var off = (int)_type;
        VideoRequest.StreamOff.Try(_device, ref off);
        foreach (var buffer in _buffers)
        {
            buffer.Withdraw();
        }

        var none = Request(0);
        VideoRequest.RequestBuffers.Try(_device, ref none);
    }

    internal void Queue(VideoBuffer buffer)
    {
        if (!_isOpen)
        {
            return;
        }

        var planes = stackalloc v4l2_plane[VIDEO_MAX_PLANES];
        var empty = Blank(buffer.Index, planes);
        if (IsMultiPlanar)
        {
            empty.length = (uint)buffer.PlaneCount;
        }

        VideoRequest.QueueBuffer.Call(_device, ref empty, _path);
    }

    private VideoBuffer Map(int index)
    {
        var planes = stackalloc v4l2_plane[VIDEO_MAX_PLANES];
        var buffer = Blank(index, planes);
        VideoRequest.QueryBuffer.Call(_device, ref buffer, _path);
        var mapped = new List<MappedMemory>();
        try
        {
            if (IsMultiPlanar)
            {
                for (var i = 0; i < Math.Min((int)buffer.length, VIDEO_MAX_PLANES); i++)
                {
                    mapped.Add(MappedMemory.OfDevice(_device, (int)planes[i].length, (nint)(uint)planes[i].m, _path));
                }
            }
            else
            {
                mapped.Add(MappedMemory.OfDevice(_device, (int)buffer.length, (nint)(uint)buffer.m, _path));
            }

            return new VideoBuffer(this, index, [.. mapped]);
        }
        catch
        {
            mapped.ForEach(memory => memory.Dispose());
            throw;
        }
    }

    private v4l2_requestbuffers Request(uint count) =>
        new()
        {
            count = count,
            type = _type,
            memory = V4L2_MEMORY_MMAP,
        };

    private v4l2_buffer Blank(int index, v4l2_plane* planes) =>
        new()
        {
            index = (uint)index,
            type = _type,
            memory = V4L2_MEMORY_MMAP,
            m = IsMultiPlanar ? (nuint)planes : 0,
            length = IsMultiPlanar ? VIDEO_MAX_PLANES : 0u,
        };
}
