namespace PiLittleEye.Cli;

/// <summary>How verbs reach the appliance.</summary>
/// <param name="ServeAsync">Runs the service with these settings and gives the exit code.</param>
/// <param name="Build">Composes the appliance with these settings without starting anything.</param>
/// <param name="GuardAsync">Runs a verb and turns what a person can mend into a message and an exit code.</param>
internal sealed record CommandDoors(
    Func<IReadOnlyList<string>, Task<int>> ServeAsync,
    Func<IReadOnlyList<string>, WebApplication> Build,
    Func<Func<Task<int>>, Task<int>> GuardAsync
);
