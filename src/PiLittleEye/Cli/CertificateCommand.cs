using System.Text.Json;
using PiLittleEye.Certificates;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary><c>certificate show</c>, <c>import</c>, <c>remove</c>, <c>renew</c>. A service that runs beside them notices within seconds.</summary>
internal static class CertificateCommand
{
    public static Task<int> ShowAsync(IReadOnlyList<string> settings, bool isJson, CommandDoors doors) =>
        RunAsync(settings, isJson, static _ => null, doors);

    public static Task<int> ImportAsync(IReadOnlyList<string> settings, string certificate, string key, bool isJson, CommandDoors doors) =>
        RunAsync(settings, isJson, desk => desk.Import(certificate, key) ? CertificateChange.Uploaded : null, doors);

    public static Task<int> RemoveAsync(IReadOnlyList<string> settings, bool isJson, CommandDoors doors) =>
        RunAsync(settings, isJson, static desk => desk.RemoveUploaded() ? CertificateChange.Removed : null, doors);

    public static Task<int> RenewAsync(IReadOnlyList<string> settings, bool isJson, CommandDoors doors) =>
        RunAsync(
            settings,
            isJson,
            static desk =>
            {
                desk.Renew();
                return CertificateChange.Renewed;
            },
            doors
        );

    /// <summary>Does it on an appliance that is not started, writes it into the log, and answers.</summary>
    /// <param name="act">Returns what it changed; null: nothing.</param>
    /// <param name="answer">In the place of the certificate in force.</param>
    public static Task<int> RunAsync(
        IReadOnlyList<string> settings,
        bool isJson,
        Func<CertificateDesk, CertificateChange?> act,
        CommandDoors doors,
        Func<CertificateDesk, bool, string>? answer = null
    ) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage().UseCertificates();
            var desk = app.Services.GetRequiredService<CertificateDesk>();
            CertificateChange? change;
            try
            {
                change = act(desk);
            }
            catch (CertificateRefusedException refusal)
            {
                await Console.Error.WriteLineAsync($"{refusal.Message}. ({refusal.Code})");
                return 1;
            }

            if (change is { } done)
            {
                await app.Services.GetRequiredService<CertificateTrail>().DoneByCommandLineAsync(done);
            }

            await Console.Out.WriteLineAsync((answer ?? Describe)(desk, isJson));
            return 0;
        });

    private static string Describe(CertificateDesk desk, bool isJson)
    {
        var shown = CertificateResponse.Of(desk.Current, desk.Options);
        return isJson
            ? JsonSerializer.Serialize(shown, CertificatesJson.Default.CertificateResponse)
            : $"""
                subject      {shown.Subject}
                names        {string.Join(", ", shown.Names)}
                issuer       {shown.Issuer}
                fingerprint  {shown.Fingerprint}
                valid        {shown.NotBefore:yyyy-MM-dd} to {shown.NotAfter:yyyy-MM-dd}
                origin       {Origin(shown.Origin)}
                browsers     {(shown.IsTrusted ? "take it" : "warn, unless they were told to trust it")}
                {shown.Warning}
                """.TrimEnd();
    }

    private static string Origin(CertificateOrigin origin) =>
        origin switch
        {
            CertificateOrigin.Own => "your own",
            CertificateOrigin.Authority => "made here, signed by the local authority",
            _ => "made here, signed by itself",
        };
}
