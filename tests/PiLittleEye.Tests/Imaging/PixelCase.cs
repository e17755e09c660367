using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Frames;
using PiLittleEye.Imaging;

namespace PiLittleEye.Tests.Imaging;

/// <summary>One made-up picture for a conversion: its size, the padding behind its rows, and a number that all its bytes follow from.</summary>
internal sealed record PixelCase(int Width, int Height, int Padding, int Seed)
{
    private const byte Canary = 0xa5;
    private const int Margin = 64;

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_261_121, 7).WithQuietOnSuccess(true);

    public Resolution Size => new(Width, Height);

    /// <summary>Checks a property for a few hundred sizes, the smallest among them.</summary>
    public static void ForAll(Action<PixelCase> property)
    {
        var cases =
            from halfWidth in Gen.Choose(32, 120)
            from halfHeight in Gen.Choose(32, 50)
            from padding in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(1, 70)))
            from seed in Gen.Choose(1, int.MaxValue)
            select new PixelCase(halfWidth * 2, halfHeight * 2, padding, seed);
        property(new PixelCase(64, 64, 0, 1));
        Prop.ForAll(
                cases.ToArbitrary(),
                picture =>
                {
                    property(picture);
                    return true;
                }
            )
            .Check(Config);
    }

    /// <summary>Bytes that follow from the seed alone, all values among them.</summary>
    public byte[] Bytes(int length, int plane = 0)
    {
        var bytes = new byte[length];
        var state = (uint)Seed + (uint)plane * 0x9e3779b9;
        for (var i = 0; i < length; i++)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            bytes[i] = (byte)(state >> 24);
        }

        return bytes;
    }

    /// <summary>Made-up rows of a plane with this case's padding.</summary>
    public byte[] Plane(int length, int rows, int plane = 0) => Bytes(PixelRows.RoomFor(length + Padding, length, rows), plane);

    public PixelRows Rows(byte[] plane, int length, int rows) => new(plane, length + Padding, length, rows);

    /// <summary>Runs a conversion into memory with canaries on both sides and returns the picture's bytes.</summary>
    public byte[] Converted(Conversion conversion)
    {
        var memory = new byte[Margin + Size.I420Length + Margin];
        Array.Fill(memory, Canary);
        conversion(new I420Picture(memory.AsSpan(Margin, Size.I420Length), Size));
        if (memory.AsSpan(0, Margin).ContainsAnyExcept(Canary) || memory.AsSpan(^Margin..).ContainsAnyExcept(Canary))
        {
            throw new InvalidOperationException($"{this}: written outside the picture");
        }

        return memory[Margin..^Margin];
    }

    internal delegate void Conversion(I420Picture picture);
}
