using System.Text.Json;
using PiLittleEye.PhotoReplies.Import;

namespace PiLittleEye.Cli;

/// <summary><c>mail import</c>: takes over PrintCameraBot's <c>config.json</c>, all but its secrets.</summary>
internal static class MailImportCommand
{
    // A hundred senders are some kilobytes; more than this is another file.
    private const long MostBytes = 1024 * 1024;

    public static Task<int> RunAsync(IReadOnlyList<string> settings, string file, bool isJson, CommandDoors doors) =>
        MailSendersCommand.RunAsync(
            settings,
            doors,
            async services =>
            {
                if (await ReadAsync(file) is not { } config)
                {
                    return await MailSendersCommand.RefuseAsync(
                        $"{file} cannot be read as PrintCameraBot's config.json: it must be a file with one JSON object in it."
                    );
                }

                var answer = await services.GetRequiredService<ConfigImport>().TakeAsync(config, context: null);
                await Console.Out.WriteLineAsync(
                    isJson ? JsonSerializer.Serialize(answer, ImportJson.Default.ImportResponse) : Words(answer)
                );
                return 0;
            }
        );

    private static async Task<Dictionary<string, JsonElement>?> ReadAsync(string file)
    {
        try
        {
            return new FileInfo(file).Length <= MostBytes
                ? JsonSerializer.Deserialize(await File.ReadAllBytesAsync(file), ImportJson.Default.DictionaryStringJsonElement)
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static string Words(ImportResponse answer) =>
        string.Join(
            '\n',
            answer.Taken.Select(one => $"taken  {one.What}: {one.As}").Concat(answer.Left.Select(one => $"left   {one.What}: {one.Why}"))
        );
}
