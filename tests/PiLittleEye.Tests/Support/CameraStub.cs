using PiLittleEye.Cameras.Children;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Architecture;

namespace PiLittleEye.Tests.Support;

/// <summary>The stand-ins for Raspberry Pi's camera programs, which check their arguments like the real ones (tests/appliance/stubs).</summary>
internal static class CameraStub
{
    // One square for each bit of the frame's number, top left, most significant first (CameraStub.pm).
    private const int Square = 16;
    private const int Bits = 24;

    public static string PathOf(string program) => Path.Combine(House.Checkout, "tests", "appliance", "stubs", program);

    /// <summary>The same plan with variables of the environment set for the stub, as <c>CAMERA_STUB_FAULT=hang:3</c>.</summary>
    public static ChildPlan With(this ChildPlan plan, params string[] variables) =>
        plan with
        {
            Program = "env",
            Arguments = [.. variables, plan.Program, .. plan.Arguments],
        };

    /// <summary>The number that the stub drew into a frame.</summary>
    public static int NumberIn(RawFrame frame)
    {
        var number = 0;
        for (var bit = 0; bit < Bits; bit++)
        {
            var centre = frame.Picture.Y[(Square / 2 * frame.Size.Width) + (bit * Square) + (Square / 2)];
            number = (number << 1) | (centre > 128 ? 1 : 0);
        }

        return number;
    }
}
