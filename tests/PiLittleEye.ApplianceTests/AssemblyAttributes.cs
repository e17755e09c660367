using PiLittleEye.ApplianceTests.Support;

// One guest for all, and one camera of each kind in it: the tests take turns.
[assembly: AssemblyFixture(typeof(Appliance))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
