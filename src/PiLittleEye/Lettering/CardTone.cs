namespace PiLittleEye.Lettering;

/// <summary>How serious a card is. Never told by colour alone: each tone has its own drawing.</summary>
internal enum CardTone
{
    /// <summary>As it should be: signed out, paused. A closed eye.</summary>
    Calm,

    /// <summary>May pass by itself: waiting for a picture. A clock.</summary>
    Notice,

    /// <summary>Needs somebody: no camera. A camera struck out.</summary>
    Trouble,
}
