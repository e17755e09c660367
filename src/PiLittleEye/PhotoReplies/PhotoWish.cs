namespace PiLittleEye.PhotoReplies;

/// <summary>What the words beside a code ask for.</summary>
/// <param name="Kind">A photo when they ask for nothing else.</param>
/// <param name="CameraId">Null when they name none.</param>
internal sealed record PhotoWish(WishKind Kind, string? CameraId)
{
    /// <param name="beside">The words.</param>
    /// <param name="cameras">Those the sender may see: id and name.</param>
    public static PhotoWish Read(string beside, IEnumerable<(string Id, string Name)> cameras)
    {
        var words = Words(beside);
        var kind =
            words.Contains(" status ", StringComparison.Ordinal) ? WishKind.Status
            : words.Contains(" clip ", StringComparison.Ordinal) ? WishKind.Clip
            : words.Contains(" rotate ", StringComparison.Ordinal) ? WishKind.Rotated
            : WishKind.Photo;
        // The longest name first: "printer" must not be taken for "printer two".
        var named = cameras
            .OrderByDescending(camera => camera.Name.Length)
            .FirstOrDefault(camera => Names(words, camera.Name) || Names(words, camera.Id));
        return new PhotoWish(kind, named.Id);
    }

    private static bool Names(string words, string name) =>
        Words(name) is { Length: > 2 } wanted && words.Contains(wanted, StringComparison.Ordinal);

    // In small letters, each with a blank before and after it.
    private static string Words(string text) =>
        $" {string.Join(' ', string.Concat(text.Select(sign => char.IsLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
}
