using System.Numerics;

namespace PiLittleEye.Lettering;

/// <summary>The drawing above a card's title, on a grid of 24 by 24 units with a pen of 1.75, as the icons of the page.</summary>
internal sealed record CardIcon(CardColour Colour, string Drawing, string Strike)
{
    public const float Units = 24;
    public const float PenRadiusUnits = 0.875f;

    /// <summary>Room that the strike cuts into the drawing on both sides.</summary>
    public const float StrikeGapUnits = 1.4f;

    private const string ClosedEye = "2.6,9.6 (12,18.6) 21.4,9.6 | 12,14.2 12,18 | 7.2,13 5.4,16.2 | 16.8,13 18.6,16.2";

    private const string Clock =
        "12,3 (15.7,3) 18.4,5.6 (21,8.3) 21,12 (21,15.7) 18.4,18.4 (15.7,21) 12,21 (8.3,21) 5.6,18.4 (3,15.7) 3,12 (3,8.3) 5.6,5.6 (8.3,3) 12,3"
        + " | 12,7 12,12 15.4,14";

    private const string Camera =
        "5.4,7.6 8,7.6 9.6,5 14.4,5 16,7.6 18.6,7.6 (21.4,7.6) 21.4,10.4 21.4,16.6 (21.4,19.4) 18.6,19.4 5.4,19.4 (2.6,19.4) 2.6,16.6 2.6,10.4 (2.6,7.6) 5.4,7.6"
        + " | 12,9.9 (13.4,9.9) 14.5,10.9 (15.5,12) 15.5,13.4 (15.5,14.8) 14.5,15.9 (13.4,16.9) 12,16.9 (10.6,16.9) 9.5,15.9 (8.5,14.8) 8.5,13.4"
        + " (8.5,12) 9.5,10.9 (10.6,9.9) 12,9.9";

    public static CardIcon Of(CardTone tone) =>
        tone switch
        {
            CardTone.Calm => new CardIcon(CardColour.Accent, ClosedEye, ""),
            CardTone.Notice => new CardIcon(CardColour.Warning, Clock, ""),
            _ => new CardIcon(CardColour.Bad, Camera, "3,2.6 21.4,21.4"),
        };

    /// <summary>Puts the grid over a square of this many pixels.</summary>
    public readonly record struct Placement(Vector2 Origin, int Size) : IStrokePlacement
    {
        public float Scale => Size / Units;

        public Vector2 Place(Vector2 point) => Origin + (point * Scale);
    }
}
