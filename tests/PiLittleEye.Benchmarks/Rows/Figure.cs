namespace PiLittleEye.Benchmarks.Rows;

/// <summary>What a row found.</summary>
/// <param name="Value">In the row's unit; the one that is compared with the goal, or the first of several.</param>
/// <param name="Holds">Whether all of the row's goals are reached.</param>
/// <param name="Detail">Everything that makes the value believable: the parts, the spread, the peer's own figure.</param>
internal sealed record Figure(double Value, bool Holds, string Detail);
