namespace PiLittleEye.PhotoReplies;

/// <summary>What is asked for beside the code.</summary>
internal enum WishKind
{
    Photo,

    /// <summary>The word <c>rotate</c>: turned by another quarter.</summary>
    Rotated,

    /// <summary>The word <c>status</c>: how the camera is, without a photo.</summary>
    Status,

    /// <summary>The word <c>clip</c>: a moving picture, which there is not yet.</summary>
    Clip,
}
