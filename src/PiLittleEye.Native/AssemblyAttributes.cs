using System.Runtime.CompilerServices;

// Every signature here is blittable, so calls cost what they cost in C.
[assembly: DisableRuntimeMarshalling]
