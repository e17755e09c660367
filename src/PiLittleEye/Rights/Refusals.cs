using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;

namespace PiLittleEye.Rights;

/// <summary>What somebody is told who lacks a right.</summary>
internal static class Refusals
{
    public static ProblemHttpResult NotAllowed() =>
        Problem.Of(403, "not-allowed", "Not allowed", "You may not do this. Ask an administrator for the right to.");

    /// <summary>Also where the camera exists and whoever asks has no right on it: that tells nothing about it.</summary>
    public static ProblemHttpResult NoSuchCamera() =>
        Problem.Of(404, "no-such-camera", "No such camera", "GET /api/v1/cameras lists those you may see.");
}
