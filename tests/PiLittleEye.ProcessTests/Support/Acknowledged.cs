using System.Collections.Concurrent;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>What the service has said yes to, thing by thing; and of a change under way what was before and what may be.</summary>
internal sealed class Acknowledged
{
    public const string Absent = "absent";

    private readonly ConcurrentDictionary<string, string[]> _states = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>How many changes were acknowledged.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <param name="name">Of the thing; each has one writer.</param>
    /// <param name="state">What it will be.</param>
    /// <param name="changeAsync">Comes back when that is acknowledged, and throws when it never is.</param>
    public async Task ChangeAsync(string name, string state, Func<Task> changeAsync)
    {
        var before = _states.GetValueOrDefault(name) ?? [Absent];
        _states[name] = [.. before, state];
        await changeAsync();
        _states[name] = [state];
        Interlocked.Increment(ref _count);
    }

    /// <summary>Everything is as it was acknowledged, or as the change under way wanted it, and nothing else is there; from now on that holds.</summary>
    public void AssertSame(IReadOnlyDictionary<string, string> found)
    {
        Assert.All(
            _states,
            expected =>
            {
                var state = found.GetValueOrDefault(expected.Key, Absent);
                Assert.True(
                    expected.Value.Contains(state, StringComparer.Ordinal),
                    $"{expected.Key} is {state} and not {string.Join(" or ", expected.Value)}."
                );
                _states[expected.Key] = [state];
            }
        );
        Assert.Empty(found.Keys.Except(_states.Keys, StringComparer.Ordinal));
    }
}
