// Most of the time a test waits for another process, and one of them for a minute; so twice as many as processors.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
