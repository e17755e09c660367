using System.Threading.Channels;
using PiLittleEye.Cameras;
using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Support;

/// <summary>A camera of which the test says whether it can be opened, when each frame comes and when it fails.</summary>
internal sealed class ScriptedCameraSource(string name, TimeProvider clock) : ICameraSource
{
    private readonly Channel<ScriptedCapture> _opened = Channel.CreateUnbounded<ScriptedCapture>();
    private int _attempts;

    public string Name => name;

    /// <summary>Thrown by every Open while it is there.</summary>
    public Exception? CannotOpen { get; set; }

    /// <summary>Thrown by every Describe while it is there.</summary>
    public CameraUnavailableException? CannotDescribe { get; set; }

    /// <summary>What the device agrees to in place of what is wanted.</summary>
    public CaptureMode? Agrees { get; set; }

    /// <summary>How often somebody tried to open it.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    public CameraDescription Describe() =>
        CannotDescribe is null
            ? new CameraDescription("v4l2", name, "Some camera", [new CaptureSize(new Resolution(1920, 1080), 30)], AnySize: true)
            : throw CannotDescribe;

    public ICapture Open(CaptureMode wanted)
    {
        Interlocked.Increment(ref _attempts);
        if (CannotOpen is { } reason)
        {
            throw reason;
        }

        var capture = new ScriptedCapture(wanted, Agrees ?? wanted, clock);
        _opened.Writer.TryWrite(capture);
        return capture;
    }

    /// <summary>The next capture that is opened.</summary>
    public Task<ScriptedCapture> OpenedAsync() => Limit.On(_opened.Reader.ReadAsync().AsTask(), $"{name} opened");

    /// <summary>Whether it was opened since the test asked last.</summary>
    public bool WasOpened => _opened.Reader.TryPeek(out _);
}
