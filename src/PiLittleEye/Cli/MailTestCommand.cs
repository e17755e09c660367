using System.Text.Json;
using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.Trial;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary><c>mail test</c>: goes all the way of the stored mail account once and says what it finds, step by step. Exit code 1 when a step fails.</summary>
internal static class MailTestCommand
{
    // Faster than anybody reads.
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(0.2);

    public static Task<int> RunAsync(IReadOnlyList<string> settings, bool isJson, CommandDoors doors, CancellationToken stop) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            var accounts = app.Services.GetRequiredService<MailAccounts>();
            if (accounts.Current is not { } account)
            {
                await Console.Error.WriteLineAsync(
                    accounts.Settings.IsSetUp
                        ? "The mail account has no password and no permission of its provider. Enter the one or sign in with the other, on the page \"Photo by mail\"."
                        : "No mail account is set up. Set one up on the page \"Photo by mail\"."
                );
                return 1;
            }

            var trial = app.Services.GetRequiredService<MailTrial>();
            await trial.BeginAsync(account, accounts.Settings.Provider);
            await FollowAsync(trial, isJson, app.Services.GetRequiredService<TimeProvider>(), stop);
            var standing = trial.Standing;
            if (isJson)
            {
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(standing, TrialJson.Default.TrialResponse));
            }

            return standing.Steps.Any(step => step.State == TrialStepState.Failed) ? 1 : 0;
        });

    private static async Task FollowAsync(MailTrial trial, bool isJson, TimeProvider clock, CancellationToken stop)
    {
        var told = 0;
        for (var isOver = false; !isOver; )
        {
            isOver = trial.CompletionAsync().IsCompleted;
            var steps = trial.Standing.Steps;
            // In their order, so that what is read is the way that was gone.
            for (; !isJson && told < steps.Count && steps[told].State > TrialStepState.Running; told++)
            {
                await Console.Out.WriteLineAsync(Line(steps[told]));
            }

            if (!isOver)
            {
                await Task.WhenAny(trial.CompletionAsync(), Task.Delay(s_look, clock, stop));
                stop.ThrowIfCancellationRequested();
            }
        }
    }

    private static string Line(TrialStep step)
    {
        var word = step.State switch
        {
            TrialStepState.Passed => "ok     ",
            TrialStepState.Failed => "FAILED ",
            _ => "       ",
        };
        var remedy = step.Remedy is null ? "" : $"\n        {step.Remedy}";
        return $"{word} {step.Title}: {step.Detail}{remedy}";
    }
}
