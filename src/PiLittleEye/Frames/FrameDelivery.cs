namespace PiLittleEye.Frames;

/// <summary>
/// Brings a frame to the streams that wait for it. Their writes run one after the other on a thread of the hub's own, which a frame wakes
/// once; the thread pool would wake several threads for each frame, and every one of them costs more than a viewer (measured: a seventh
/// of all processor time at ten viewers). Writes never block: a socket that takes nothing more ends the viewer's turn.
/// </summary>
internal sealed class FrameDelivery(string cameraId, Lock gate) : IThreadPoolWorkItem
{
    // Encrypting and sending needs little; the default of 8 MB is only address space, but a limit is a limit.
    private const int StackBytes = 1 << 20;

    private readonly object _bell = new();
    private bool _hasRung;

    // Guarded by the hub's gate. A viewer stands in it once at most.
    private readonly Queue<FrameViewer> _ready = [];
    private Thread? _thread;

    /// <summary>Somebody has still not been given what was published before.</summary>
    /// <remarks>Only with the gate held.</remarks>
    public bool IsBehindUnsynchronized => _ready.Count > 0;

    /// <remarks>Only with the gate held.</remarks>
    public void AddUnsynchronized(FrameViewer viewer) => _ready.Enqueue(viewer);

    /// <summary>Begins to give out, without the gate held.</summary>
    /// <param name="isBehind">The thread is busy with an earlier frame, so the pool helps: nobody's turn may hold up the others for longer.</param>
    public void Begin(bool isBehind)
    {
        lock (gate)
        {
            if (_ready.Count == 0)
            {
                return;
            }

            if (_thread is null)
            {
                _thread = new Thread(Run, StackBytes) { IsBackground = true, Name = $"out {cameraId}" };
                _thread.Start();
            }
        }

        Ring();
        if (isBehind)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute() => GiveOut();

    private void Run()
    {
        while (true)
        {
            WaitForBell();
            GiveOut();
        }
    }

    private void Ring()
    {
        lock (_bell)
        {
            _hasRung = true;
            Monitor.Pulse(_bell);
        }
    }

    private void WaitForBell()
    {
        lock (_bell)
        {
            while (!_hasRung)
            {
                Monitor.Wait(_bell);
            }

            _hasRung = false;
        }
    }

    private void GiveOut()
    {
        while (true)
        {
            FrameViewer? viewer;
            lock (gate)
            {
                if (!_ready.TryDequeue(out viewer))
                {
                    return;
                }
            }

            viewer.Resume();
        }
    }
}
