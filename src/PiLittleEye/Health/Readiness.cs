namespace PiLittleEye.Health;

/// <summary>Whether the appliance could do its work now. Rooms add what must be true; it need not be running to be able to.</summary>
internal sealed class Readiness
{
    private readonly List<Func<bool>> _conditions = [];
    private readonly Lock _gate = new();

    public bool IsReady
    {
        get
        {
            lock (_gate)
            {
                return _conditions.TrueForAll(condition => condition());
            }
        }
    }

    public void Require(Func<bool> condition)
    {
        lock (_gate)
        {
            _conditions.Add(condition);
        }
    }
}
