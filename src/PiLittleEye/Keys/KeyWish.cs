using PiLittleEye.Accounts;
using PiLittleEye.Frames;
using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>A key that somebody wants, checked: what it shall be, or all that is wrong with it at once.</summary>
internal sealed record KeyWish(string Name, Grants Grants, Dictionary<string, string[]> Problems)
{
    public static KeyWish Read(KeyRequest request, FrameHubs hubs, DateTimeOffset now)
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        // The rules for people's names fit: what can be seen, told apart and shown in a list.
        if (!AccountName.TryNormalise(request.Name, out var name, out _))
        {
            problems["name"] = [$"Name the key after the program that will use it, in 1 to {AccountName.Longest} letters."];
        }

        var grants = Grants.None;
        if (request.Rights is not { Count: > 0 } rights || !GrantWords.TryRead(rights, out var read) || read.ByCamera.Count == 0)
        {
            problems["rights"] =
            [
                $"Say for each camera's id, or * for all, which of {string.Join(", ", GrantWords.All)} it may, as {{\"*\":[\"watch\"]}}.",
            ];
        }
        else
        {
            grants = read;
            if (grants.ByCamera.Keys.FirstOrDefault(camera => camera != Grants.AnyCamera && !hubs.TryGet(camera, out _)) is not null)
            {
                problems["rights"] = ["One of the cameras does not exist; GET /api/v1/cameras lists those there are."];
            }
        }

        if (request.ExpiresAt <= now)
        {
            problems["expiresAt"] = ["Name a moment in the future, or leave it out for a key that does not end by itself."];
        }

        return new KeyWish(name ?? string.Empty, grants, problems);
    }
}
