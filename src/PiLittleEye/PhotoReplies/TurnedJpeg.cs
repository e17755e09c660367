namespace PiLittleEye.PhotoReplies;

/// <summary>A JPEG that is shown turned: not one pixel is touched, an Exif orientation in front says so, which mail programs and phones obey.</summary>
internal static class TurnedJpeg
{
    // Exif 2.32, 4.6: APP1, "Exif", a TIFF header, one entry (0x0112, SHORT, 1): 6, the row 0 is at the right: a quarter clockwise.
    private static ReadOnlySpan<byte> Quarter =>
        [
            0xFF,
            0xE1,
            0x00,
            0x22,
            0x45,
            0x78,
            0x69,
            0x66,
            0x00,
            0x00,
            0x4D,
            0x4D,
            0x00,
            0x2A,
            0x00,
            0x00,
            0x00,
            0x08,
            0x00,
            0x01,
            0x01,
            0x12,
            0x00,
            0x03,
            0x00,
            0x00,
            0x00,
            0x01,
            0x00,
            0x06,
            0x00,
            0x00,
            0x00,
            0x00,
            0x00,
            0x00,
        ];

    /// <param name="jpeg">Begins with its start marker.</param>
    public static byte[] By90(ReadOnlySpan<byte> jpeg) => [.. jpeg[..2], .. Quarter, .. jpeg[2..]];
}
