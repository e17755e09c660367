using PiLittleEye.Benchmarks.Served;

namespace PiLittleEye.Benchmarks;

/// <summary>Measures every bar of the project, each against a peer or a limit in the same run. With a verb of its own it is the server that is measured.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) =>
        arguments is [FrameServer.Verb, .. var settings] ? FrameServer.RunAsync(settings) : BenchmarkCommand.RunAsync(arguments);
}
