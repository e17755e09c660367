namespace PiLittleEye.Storage;

/// <summary>Nothing was saved: the disk is full or cannot be written. What was in force stays; tell the person, who can free space and try again.</summary>
internal sealed class StorageUnavailableException(string message, Exception inner) : Exception(message, inner);
