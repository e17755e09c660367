namespace PiLittleEye.AccessLists;

/// <summary>Which of the lists.</summary>
internal enum AccessListKind
{
    Allow,
    Block,
    HomeNetworks,
}
