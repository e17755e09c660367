using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Settings;

/// <summary>File, drop-ins, environment, command line: which one is in force is seen where the service listens.</summary>
public sealed class SettingsLayersTests : IDisposable
{
    private readonly Launch _launch = new();

    public void Dispose() => _launch.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_last_layer_that_names_a_port_decides(int last)
    {
        var ports = FreePorts.Take(4);
        string Text(int layer) => ports[layer].ToString(CultureInfo.InvariantCulture);
        var file = _launch.WriteSettings(
            $$"""{ "Https": { "Port": {{Text(0)}}, "Address": "127.0.0.1" }, "Cameras": [{ "Source": "test-pattern", "Id": "bed" }] }"""
        );
        List<string> arguments = ["--settings", file, "--Storage:Directory", _launch.StateDirectory];
        if (last >= 1)
        {
            _launch.WriteDropIn("20-later.json", $$"""{ "Https": { "Port": {{Text(1)}} } }""");
            _launch.WriteDropIn("10-earlier.json", """{ "Https": { "Port": 1 } }""");
        }

        if (last >= 2)
        {
            _launch.Environment["PILITTLEEYE__Https__Port"] = Text(2);
        }

        if (last >= 3)
        {
            arguments.AddRange(["--Https:Port", Text(3)]);
        }

        await using var program = _launch.Start([.. arguments]);
        await program
            .Output.LineWithAsync($"Ready: https://localhost:{Text(last)}")
            .WaitAsync(ChildProcess.Patience, TestContext.Current.CancellationToken);
        using var visitor = new TcpClient();
        await visitor.ConnectAsync(IPAddress.Loopback, ports[last], TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_mistake_in_the_environment_is_told_as_one_in_the_file()
    {
        _launch.Environment["PILITTLEEYE__Streaming__StalledSeconds"] = "soon";
        (await _launch.RunAsync("check-settings")).AssertMistakes(
            "Streaming:StalledSeconds is \"soon\"; use a whole number from 5 to 300."
        );
    }
}
