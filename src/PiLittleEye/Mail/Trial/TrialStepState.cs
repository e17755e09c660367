using System.Text.Json.Serialization;

namespace PiLittleEye.Mail.Trial;

/// <summary>How far one step of the test is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrialStepState>))]
internal enum TrialStepState
{
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    [JsonStringEnumMemberName("running")]
    Running,

    [JsonStringEnumMemberName("passed")]
    Passed,

    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Not tried: a step before it failed, or the server has no such thing.</summary>
    [JsonStringEnumMemberName("skipped")]
    Skipped,
}
