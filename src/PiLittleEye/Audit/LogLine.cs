namespace PiLittleEye.Audit;

/// <summary>One line of an export as JSON: the row with its hash, so that a copy taken away can be compared.</summary>
internal sealed record LogLine(LogItem Entry, string Hash);
