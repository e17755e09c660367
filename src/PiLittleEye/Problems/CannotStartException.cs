namespace PiLittleEye.Problems;

/// <summary>
/// The service cannot start, and the message alone tells a person what is wrong and what to do: it is printed without a stack trace.
/// </summary>
/// <param name="message">What is wrong, what it means, what to do.</param>
/// <param name="needsPerson">True when starting again cannot help until somebody changes something; the unit then does not try.</param>
internal sealed class CannotStartException(string message, bool needsPerson = false, Exception? inner = null) : Exception(message, inner)
{
    public bool NeedsPerson { get; } = needsPerson;
}
