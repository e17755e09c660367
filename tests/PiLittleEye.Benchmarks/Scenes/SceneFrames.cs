using PiLittleEye.Frames;
using PiLittleEye.Imaging;

namespace PiLittleEye.Benchmarks.Scenes;

/// <summary>Eight I420 pictures of one scene, taken by a camera that moves and has a noisy sensor: what an encoder meets in real life.</summary>
internal sealed class SceneFrames
{
    public const int Count = 8;

    // How far the camera moves in all, and therefore how much larger the scene must be.
    private const int Margin = 32;

    private readonly byte[] _bytes;

    private SceneFrames(Resolution size, string file, byte[] bytes) => (Size, File, _bytes) = (size, file, bytes);

    public Resolution Size { get; }

    /// <summary>All eight, one after the other.</summary>
    public string File { get; }

    public static SceneFrames Make(Resolution size, string file)
    {
        var scene = new Scene(size.Width + Margin, size.Height + Margin);
        var bytes = GC.AllocateUninitializedArray<byte>(size.I420Length * Count, pinned: true);
        Parallel.For(
            0,
            Count,
            number =>
            {
                var dice = new Dice((ulong)number + 100);
                var picture = new I420Picture(bytes.AsSpan(number * size.I420Length, size.I420Length), size);
                Shoot(scene.Y, picture.Y, size.Width, size.Height, 2 * number, dice, sensorNoise: 1.5f);
                Shoot(scene.U, picture.U, size.Width / 2, size.Height / 2, number, dice, sensorNoise: 0.8f);
                Shoot(scene.V, picture.V, size.Width / 2, size.Height / 2, number, dice, sensorNoise: 0.8f);
            }
        );
        System.IO.File.WriteAllBytes(file, bytes);
        return new SceneFrames(size, file, bytes);
    }

    /// <summary>The same pictures turned by 90 degrees, in another file.</summary>
    public SceneFrames Turned(string file)
    {
        var turned = new SceneFrames(Size.Transposed, file, GC.AllocateUninitializedArray<byte>(_bytes.Length, pinned: true));
        var turn = new PictureTurn(Rotation.Quarter, FlipHorizontal: false, FlipVertical: false);
        for (var number = 0; number < Count; number++)
        {
            FrameRotator.Turn(Picture(number), turned.Picture(number), turn);
        }

        System.IO.File.WriteAllBytes(file, turned._bytes);
        return turned;
    }

    public I420Picture Picture(int number) => new(_bytes.AsSpan(number % Count * Size.I420Length, Size.I420Length), Size);

    private static void Shoot(Plane scene, Span<byte> to, int width, int height, int moved, Dice dice, float sensorNoise)
    {
        for (var y = 0; y < height; y++)
        {
            var from = scene.Row(y + moved)[moved..];
            var row = to.Slice(y * width, width);
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = (byte)Math.Clamp(from[x] + (dice.NextNormal() * sensorNoise), 0, 255);
            }
        }
    }
}
