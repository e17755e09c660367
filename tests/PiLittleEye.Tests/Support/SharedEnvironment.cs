namespace PiLittleEye.Tests.Support;

/// <summary>Tests that change the environment of the process: nothing else runs at the same time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SharedEnvironment
{
    public const string Name = "environment";
}
