namespace PiLittleEye.Frames;

/// <summary>Puts a sender's header and trailer around a JPEG. There is one for each wire format; only one format may share a hub.</summary>
internal interface IFrameWrapper
{
    /// <param name="frame">What is sent.</param>
    /// <param name="head">Outer then inner header, from its start; it has <see cref="JpegFrame.HeadRoom"/> bytes.</param>
    /// <param name="tail">Inner then outer trailer, from its start; it has <see cref="JpegFrame.TailRoom"/> bytes.</param>
    FrameWrapping Wrap(JpegFrame frame, Span<byte> head, Span<byte> tail);
}
