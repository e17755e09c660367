namespace PiLittleEye.Lettering;

/// <summary>The colours of the page (its OKLCH tokens) in BT.601 full range, so that a card in the live view looks like part of it.</summary>
internal readonly record struct CardColour(byte Y, byte U, byte V)
{
    public static readonly CardColour Ground = new(13, 131, 126); // 0.16 0.01 260
    public static readonly CardColour Text = new(242, 130, 127); // 0.96 0.005 260
    public static readonly CardColour DimText = new(171, 132, 126); // 0.74 0.01 260
    public static readonly CardColour Accent = new(171, 126, 64); // 0.80 0.14 165
    public static readonly CardColour Warning = new(189, 55, 165); // 0.82 0.15 85
    public static readonly CardColour Bad = new(146, 100, 206); // 0.70 0.19 25
}
