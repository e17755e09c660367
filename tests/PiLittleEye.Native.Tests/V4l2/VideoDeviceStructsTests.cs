using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using PiLittleEye.Native.V4l2;
using static PiLittleEye.Native.V4l2.VideoDeviceStructs;

namespace PiLittleEye.Native.Tests.V4l2;

public sealed class VideoDeviceStructsTests
{
    // linux/videodev2.h of Linux 6.1, compiled with -m64 and -m32; asm-generic, so the same on x86, arm and arm64.
    // The 32-bit v4l2_buffer is the one with a 32-bit time.
    [Theory]
    [InlineData("v4l2_capability", 104, 104)]
    [InlineData("v4l2_fmtdesc", 64, 64)]
    [InlineData("v4l2_frmsizeenum", 44, 44)]
    [InlineData("v4l2_frmivalenum", 52, 52)]
    [InlineData("v4l2_pix_format", 48, 48)]
    [InlineData("v4l2_plane_pix_format", 20, 20)]
    [InlineData("v4l2_pix_format_mplane", 192, 192)]
    [InlineData("v4l2_format", 208, 204)]
    [InlineData("v4l2_captureparm", 40, 40)]
    [InlineData("v4l2_streamparm", 204, 204)]
    [InlineData("v4l2_requestbuffers", 20, 20)]
    [InlineData("v4l2_plane", 64, 60)]
    [InlineData("v4l2_timecode", 16, 16)]
    [InlineData("v4l2_buffer", 88, 68)]
    public void A_layout_has_the_size_the_kernel_gives_it(string name, int on64Bit, int on32Bit) =>
        Assert.Equal(nint.Size == 8 ? on64Bit : on32Bit, Sizes[name]);

    [Theory]
    [InlineData("v4l2_format", "fmt", 8, 4)]
    [InlineData("v4l2_buffer", "timestamp_sec", 24, 20)]
    [InlineData("v4l2_buffer", "timecode", 40, 28)]
    [InlineData("v4l2_buffer", "sequence", 56, 44)]
    [InlineData("v4l2_buffer", "m", 64, 52)]
    [InlineData("v4l2_buffer", "length", 72, 56)]
    [InlineData("v4l2_plane", "m", 8, 8)]
    [InlineData("v4l2_plane", "data_offset", 16, 12)]
    public void A_field_lies_where_the_kernel_looks_for_it(string type, string field, int on64Bit, int on32Bit) =>
        Assert.Equal(nint.Size == 8 ? on64Bit : on32Bit, OffsetOf(type, field));

    [Fact]
    public async Task Sizes_offsets_and_request_numbers_are_those_of_the_header_on_this_machine()
    {
        var expected = await ByTheCompilerAsync();
        if (expected is null)
        {
            Assert.Skip("No gcc with linux/videodev2.h here.");
        }

        var ours = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, size) in Sizes)
        {
            ours[name] = size;
        }

        foreach (var (type, field, _) in Fields)
        {
            ours[$"{type}.{field}"] = OffsetOf(type, field);
        }

        foreach (var request in Requests)
        {
            ours[request.Name] = request.Number;
        }

        Assert.Equal(ours, expected);
    }

    private static readonly Dictionary<string, int> Sizes = new(StringComparer.Ordinal)
    {
        ["v4l2_capability"] = Unsafe.SizeOf<v4l2_capability>(),
        ["v4l2_fmtdesc"] = Unsafe.SizeOf<v4l2_fmtdesc>(),
        ["v4l2_frmsizeenum"] = Unsafe.SizeOf<v4l2_frmsizeenum>(),
        ["v4l2_frmivalenum"] = Unsafe.SizeOf<v4l2_frmivalenum>(),
        ["v4l2_pix_format"] = Unsafe.SizeOf<v4l2_pix_format>(),
        ["v4l2_plane_pix_format"] = Unsafe.SizeOf<v4l2_plane_pix_format>(),
        ["v4l2_pix_format_mplane"] = Unsafe.SizeOf<v4l2_pix_format_mplane>(),
        ["v4l2_format"] = Unsafe.SizeOf<v4l2_format>(),
        ["v4l2_captureparm"] = Unsafe.SizeOf<v4l2_captureparm>(),
        ["v4l2_streamparm"] = Unsafe.SizeOf<v4l2_streamparm>(),
        ["v4l2_requestbuffers"] = Unsafe.SizeOf<v4l2_requestbuffers>(),
        ["v4l2_plane"] = Unsafe.SizeOf<v4l2_plane>(),
        ["v4l2_timecode"] = Unsafe.SizeOf<v4l2_timecode>(),
        ["v4l2_buffer"] = Unsafe.SizeOf<v4l2_buffer>(),
    };

    // Our field, and where C spells it differently, C's path to it.
    private static readonly (string Type, string Field, string? InC)[] Fields =
    [
        ("v4l2_capability", "card", null),
        ("v4l2_capability", "bus_info", null),
        ("v4l2_capability", "device_caps", null),
        ("v4l2_fmtdesc", "description", null),
        ("v4l2_fmtdesc", "pixelformat", null),
        ("v4l2_frmsizeenum", "size", "discrete"),
        ("v4l2_frmivalenum", "min", "stepwise.min"),
        ("v4l2_frmivalenum", "max", "stepwise.max"),
        ("v4l2_frmivalenum", "step", "stepwise.step"),
        ("v4l2_pix_format", "priv", null),
        ("v4l2_pix_format", "quantization", null),
        ("v4l2_pix_format_mplane", "plane_fmt", null),
        ("v4l2_pix_format_mplane", "num_planes", null),
        ("v4l2_pix_format_mplane", "quantization", null),
        ("v4l2_plane_pix_format", "bytesperline", null),
        ("v4l2_format", "fmt", null),
        ("v4l2_captureparm", "timeperframe", null),
        ("v4l2_streamparm", "capture", "parm.capture"),
        ("v4l2_requestbuffers", "memory", null),
        ("v4l2_plane", "m", null),
        ("v4l2_plane", "data_offset", null),
        ("v4l2_buffer", "bytesused", null),
        ("v4l2_buffer", "flags", null),
        ("v4l2_buffer", "timestamp_sec", "timestamp.tv_sec"),
        ("v4l2_buffer", "timestamp_usec", "timestamp.tv_usec"),
        ("v4l2_buffer", "timecode", null),
        ("v4l2_buffer", "sequence", null),
        ("v4l2_buffer", "memory", null),
        ("v4l2_buffer", "m", null),
        ("v4l2_buffer", "length", null),
    ];

    private static readonly VideoRequest[] Requests =
    [
        VideoRequest.QueryCapability,
        VideoRequest.EnumFormat,
        VideoRequest.GetFormat,
        VideoRequest.SetFormat,
        VideoRequest.RequestBuffers,
        VideoRequest.QueryBuffer,
        VideoRequest.QueueBuffer,
        VideoRequest.DequeueBuffer,
        VideoRequest.StreamOn,
        VideoRequest.StreamOff,
        VideoRequest.SetParameters,
        VideoRequest.EnumFrameSizes,
        VideoRequest.EnumFrameIntervals,
    ];

    private static int OffsetOf(string type, string field) =>
        (int)Marshal.OffsetOf(typeof(VideoDeviceStructs).GetNestedType(type, System.Reflection.BindingFlags.NonPublic)!, field);

    private static async Task<SortedDictionary<string, long>?> ByTheCompilerAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pi-little-eye-layout-");
        try
        {
            var (source, program) = (Path.Combine(folder.FullName, "layout.c"), Path.Combine(folder.FullName, "layout"));
            await File.WriteAllTextAsync(source, LayoutProgram(), TestContext.Current.CancellationToken);
            if (await RunAsync("gcc", source, "-o", program) is null)
            {
                return null;
            }

            var answers = new SortedDictionary<string, long>(StringComparer.Ordinal);
            foreach (var line in (await RunAsync(program) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var words = line.Split(' ');
                answers[words[0]] = long.Parse(words[1], CultureInfo.InvariantCulture);
            }

            return answers;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string LayoutProgram()
    {
        var program = new StringBuilder("#include <stddef.h>\n#include <stdio.h>\n#include <linux/videodev2.h>\nint main(void) {\n");
        foreach (var name in Sizes.Keys)
        {
            program.AppendLine(CultureInfo.InvariantCulture, $"  printf(\"{name} %lld\\n\", (long long)sizeof(struct {name}));");
        }

        foreach (var (type, field, inC) in Fields)
        {
            program.AppendLine(
                CultureInfo.InvariantCulture,
                $"  printf(\"{type}.{field} %lld\\n\", (long long)offsetof(struct {type}, {inC ?? field}));"
            );
        }

        foreach (var request in Requests)
        {
            program.AppendLine(CultureInfo.InvariantCulture, $"  printf(\"{request.Name} %lld\\n\", (long long){request.Name});");
        }

        return program.AppendLine("  return 0;\n}").ToString();
    }

    private static async Task<string?> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await errors;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
