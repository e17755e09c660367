namespace PiLittleEye.Rights;

/// <summary>Knows one kind of callers, and what has become of them since they came.</summary>
internal interface ICallerSource
{
    CallerKind Kind { get; }

    /// <returns>The same caller with the rights of this moment; null when it has none any more.</returns>
    Caller? Refresh(Caller caller);
}
