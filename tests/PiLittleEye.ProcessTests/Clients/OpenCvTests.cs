using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Clients;

public sealed class OpenCvTests(ClaimedAppliance camera) : IDisposable
{
    private readonly TemporaryDirectory _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Reads_frames_that_differ()
    {
        var script = _here.Write(
            "read.py",
            $"""
            import cv2, os
            token = os.environ["token"]
            capture = {Readme.Command("cv2.VideoCapture", camera.Appliance)}
            frames = [capture.read() for _ in range(20)]
            print(sum(ok for ok, _ in frames), frames[-1][1].shape, len(set(frame.tobytes() for _, frame in frames)) > 10)
            """
        );
        // Debian's own Python: the one its package of OpenCV is for.
        var said = await Readme.TypeToEndAsync($"/usr/bin/python3 {script}", _here.Path, camera.Token);
        Assert.Equal("20 (480, 640, 3) True\n", said.AssertWell());
    }
}
