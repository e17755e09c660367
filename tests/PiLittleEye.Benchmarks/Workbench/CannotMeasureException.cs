namespace PiLittleEye.Benchmarks.Workbench;

/// <summary>A row cannot be measured here, with what is missing in words for a person.</summary>
internal sealed class CannotMeasureException(string message, Exception? inner = null) : Exception(message, inner);
