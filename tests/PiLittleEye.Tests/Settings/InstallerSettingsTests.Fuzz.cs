using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.AccessLists;
using PiLittleEye.Cameras;
using PiLittleEye.Certificates;
using PiLittleEye.Settings;
using PiLittleEye.Storage;
using PiLittleEye.Streaming;
using PiLittleEye.Web;

namespace PiLittleEye.Tests.Settings;

public sealed partial class InstallerSettingsTests
{
    private static readonly string[] s_names =
    [
        "Https",
        "Port",
        "Address",
        "Cameras",
        "Id",
        "Source",
        "Device",
        "Name",
        "Storage",
        "Directory",
        "Certificate",
        "File",
        "KeyFile",
        "Names",
        "Streaming",
        "MostViewers",
        "StalledSeconds",
        "AccessLists",
        "TrustedProxies",
        "ProxyHeader",
        "0",
        "",
        ":",
        "Https:Port",
        "\\u0000",
        "é",
    ];

    private static readonly string[] s_values =
    [
        "5220",
        "-1",
        "1e9",
        "0.5",
        "99999999999999999999",
        "true",
        "null",
        "\"\"",
        "\"::\"",
        "\"auto\"",
        "\"/dev/video0\"",
        "\"a\\u0000b\"",
        "\"127.0.0.1\"",
        "\"%s:0\"",
    ];

    [Fact]
    public void Whatever_the_file_says_it_is_taken_or_refused_with_reasons() =>
        Prop.ForAll(Json(3).ToArbitrary(), json => IsTakenOrRefused($"{{{json}}}")).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void So_is_a_file_that_is_cut_or_garbled()
    {
        var pieces = Gen.Elements("{", "}", "[", "]", ",", ":", "\"", "//", "/*", "\\", "\0", "\ufeff", "5220", "null", "\"Https\"", " ");
        Prop.ForAll(pieces.ArrayOf().Select(string.Concat).ToArbitrary(), IsTakenOrRefused)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    // Members of an object, so many levels deep at the most.
    private static Gen<string> Json(int depth)
    {
        var leaf = Gen.Elements(s_values);
        var value =
            depth == 0
                ? leaf
                : Gen.OneOf(
                    leaf,
                    Json(depth - 1).Select(members => $"{{{members}}}"),
                    Json(depth - 1).Select(members => $"[{{{members}}}]")
                );
        var member = Gen.Elements(s_names).Zip(value).Select(pair => $"\"{pair.Item1}\": {pair.Item2}");
        return Gen.Choose(0, 4).SelectMany(count => member.ArrayOf(count)).Select(members => string.Join(", ", members));
    }

    private bool IsTakenOrRefused(string json)
    {
        try
        {
            var settings = CreateSettings(json);
            settings.Section(HttpsOptions.Section, HttpsOptions.Read);
            settings.Section(CamerasOptions.Section, CamerasOptions.Read);
            settings.Section(StorageOptions.Section, StorageOptions.Read);
            settings.Section(CertificateOptions.Section, CertificateOptions.Read);
            settings.Section(StreamingOptions.Section, StreamingOptions.Read);
            settings.Section(AccessListsOptions.Section, AccessListsOptions.Read);
            settings.ThrowIfWrong();
            return true;
        }
        catch (SettingsException refused)
        {
            return refused.Problems.Count > 0 && refused.Problems.All(problem => problem.ToString().Length > 10);
        }
    }
}
