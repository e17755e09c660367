using System.Text.RegularExpressions;
using PiLittleEye.Cameras;

namespace PiLittleEye.Tests.Cameras;

public sealed partial class CameraFaultTextsTests
{
    [Fact]
    public void Every_fault_has_a_code_of_its_own_a_title_a_meaning_and_a_remedy()
    {
        var texts = Enum.GetValues<CameraFault>().Select(fault => CameraFaultTexts.Explain(fault)).ToList();

        Assert.Equal(texts.Count, texts.Select(text => text.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            texts,
            text =>
            {
                Assert.Matches(Code(), text.Code);
                Assert.InRange(text.Title.Length, 1, 24);
                Assert.EndsWith(".", text.Explanation, StringComparison.Ordinal);
                Assert.EndsWith(".", text.Remedy, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("pid 812", "Another program is using the camera: pid 812.")]
    [InlineData("pid 812.", "Another program is using the camera: pid 812.")]
    [InlineData(null, "Another program is using the camera.")]
    public void The_particular_of_a_case_is_added_to_the_meaning(string? detail, string expected) =>
        Assert.Equal(expected, CameraFaultTexts.Explain(CameraFault.Busy, detail).Explanation);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
