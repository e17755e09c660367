namespace PiLittleEye.Cameras.TestPattern;

/// <summary>A colour as the planes hold it: BT.601 in full range, as a JPEG means it.</summary>
internal readonly record struct SceneColour(float Y, float U, float V)
{
    /// <summary>From <c>0xRRGGBB</c>.</summary>
    public static SceneColour Of(int rgb)
    {
        float red = (rgb >> 16) & 255;
        float green = (rgb >> 8) & 255;
        float blue = rgb & 255;
        return new SceneColour(
            (0.299f * red) + (0.587f * green) + (0.114f * blue),
            128 - (0.168736f * red) - (0.331264f * green) + (0.5f * blue),
            128 + (0.5f * red) - (0.418688f * green) - (0.081312f * blue)
        );
    }

    public SceneColour Lit(float factor) =>
        new(Math.Clamp(Y * factor, 0, 255), 128 + ((U - 128) * Math.Min(factor, 1)), 128 + ((V - 128) * Math.Min(factor, 1)));

    public static SceneColour Between(SceneColour from, SceneColour to, float share) =>
        new(from.Y + ((to.Y - from.Y) * share), from.U + ((to.U - from.U) * share), from.V + ((to.V - from.V) * share));
}
