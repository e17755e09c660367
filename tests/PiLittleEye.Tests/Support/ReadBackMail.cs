using System.Text;

namespace PiLittleEye.Tests.Support;

/// <summary>A mail as somebody else's parser understands it.</summary>
internal sealed record ReadBackMail(
    string[][] Headers,
    string[][] From,
    string[][] To,
    string At,
    string Type,
    ReadBackPart[] Parts,
    string[] Defects
)
{
    public string Text => Encoding.UTF8.GetString(Parts[0].Content);

    /// <summary>Of the one header of this name.</summary>
    public string Header(string name) => Assert.Single(Headers, header => header[0] == name)[1];
}
