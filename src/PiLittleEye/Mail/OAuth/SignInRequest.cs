using System.Text.Json.Serialization;

namespace PiLittleEye.Mail.OAuth;

/// <summary>Body of <c>POST mail/oauth</c>.</summary>
/// <param name="Provider">Id of a provider that gives tokens.</param>
/// <param name="Address">The camera's mail address there.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SignInRequest(string? Provider, string? Address);
