namespace PiLittleEye.Frames;

/// <summary>Lengths in bytes of what was written around a JPEG: the outer framing can be left off, as for HTTP/1.0.</summary>
internal readonly record struct FrameWrapping(int OuterHead, int Head, int Tail, int OuterTail);
