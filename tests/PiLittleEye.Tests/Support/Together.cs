namespace PiLittleEye.Tests.Support;

/// <summary>Lets several threads do something at the same moment. Threads of its own: the pool's would come one after the other.</summary>
internal static class Together
{
    public static void Run(params Action[] actions) => Run(actions.Length, index => actions[index]());

    public static void Run(int threads, Action<int> action)
    {
        using var start = new Barrier(threads);
        var failures = new Exception?[threads];
        var running = Enumerable.Range(0, threads).Select(index => new Thread(() => Start(index))).ToList();
        running.ForEach(thread => thread.Start());
        running.ForEach(thread => thread.Join());
        if (failures.OfType<Exception>().ToList() is { Count: > 0 } failed)
        {
            throw new AggregateException(failed);
        }

        void Start(int index)
        {
            start.SignalAndWait();
            try
            {
                action(index);
            }
            catch (Exception failure)
            {
                failures[index] = failure;
            }
        }
    }
}
