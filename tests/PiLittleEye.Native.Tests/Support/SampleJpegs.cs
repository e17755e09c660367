namespace PiLittleEye.Native.Tests.Support;

/// <summary>Pictures of four quadrants, red and green above, blue and grey below, made by libjpeg-turbo at quality 90.</summary>
internal static class SampleJpegs
{
    public static readonly string[] OfEveryKind = ["444", "422", "420", "gray", "440", "411", "progressive", "cmyk", "odd"];

    public static byte[] Read(string kind) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", $"quadrants-{kind}.jpg"));
}
