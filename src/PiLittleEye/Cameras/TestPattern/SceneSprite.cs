using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.TestPattern;

/// <summary>A part of the scene that moves: drawn once, then copied row by row, from each row only what belongs to it.</summary>
internal sealed class SceneSprite
{
    private readonly Resolution _size;
    private readonly byte[] _pixels;
    private readonly (int Left, int Right)[] _spans;

    private SceneSprite(Resolution size)
    {
        _size = size;
        _pixels = new byte[size.I420Length];
        // No colour is the middle: nothing green may shine through the edges.
        _pixels.AsSpan(size.Pixels).Fill(128);
        _spans = new (int, int)[size.Height / 2];
    }

    public delegate void Drawing(ScenePainter paint);

    /// <param name="unit">A hundredth of the scene's height, in pixels.</param>
    /// <param name="width">In units, as all that follows.</param>
    /// <param name="reach">From where to where it reaches at a height.</param>
    public static SceneSprite Of(float unit, float width, float height, Func<float, (float Left, float Right)> reach, Drawing draw)
    {
        var sprite = new SceneSprite(new Resolution(Even(width * unit), Even(height * unit)));
        for (var pair = 0; pair < sprite._spans.Length; pair++)
        {
            var (left, right) = reach(((pair * 2) + 1) / unit);
            sprite._spans[pair] = (Math.Max(0, Even(left * unit)), Math.Min(sprite._size.Width, Even(right * unit)));
        }

        draw(new ScenePainter(new I420Picture(sprite._pixels, sprite._size), unit));
        return sprite;
    }

    /// <summary>What lies outside the picture is cut off; coordinates are made even, so that colour planes have the same edges.</summary>
    public void CopyTo(I420Picture picture, int x, int y)
    {
        var sprite = new I420Picture(_pixels, _size);
        var (left, top) = (x & ~1, y & ~1);
        for (var pair = 0; pair < _spans.Length; pair++)
        {
            var row = top + (pair * 2);
            var from = Math.Max(_spans[pair].Left, -left);
            var to = Math.Min(_spans[pair].Right, picture.Size.Width - left);
            if (row < 0 || row + 2 > picture.Size.Height || from >= to)
            {
                continue;
            }

            CopyRow(sprite.Y, pair * 2, _size.Width, picture.Y, row, picture.Size.Width, from, to, left);
            CopyRow(sprite.Y, (pair * 2) + 1, _size.Width, picture.Y, row + 1, picture.Size.Width, from, to, left);
            CopyRow(sprite.U, pair, _size.Width / 2, picture.U, row / 2, picture.Size.Width / 2, from / 2, to / 2, left / 2);
            CopyRow(sprite.V, pair, _size.Width / 2, picture.V, row / 2, picture.Size.Width / 2, from / 2, to / 2, left / 2);
        }
    }

    private static int Even(float length) => Math.Max(0, (int)length) & ~1;

    private static void CopyRow(
        Span<byte> from,
        int row,
        int width,
        Span<byte> to,
        int toRow,
        int toWidth,
        int left,
        int right,
        int offset
    ) => from.Slice((row * width) + left, right - left).CopyTo(to[((toRow * toWidth) + left + offset)..]);
}
