using System.Collections.Frozen;

namespace PiLittleEye.Rights;

/// <summary>Which rights somebody has on which cameras. Does not change; who is given other rights gets another one.</summary>
internal sealed class Grants
{
    /// <summary>In the place of a camera's id: every camera, those to come included.</summary>
    public const string AnyCamera = "*";

    public static readonly Grants None = new(new Dictionary<string, Right>(StringComparer.Ordinal));
    public static readonly Grants All = OnEveryCamera(Right.All);

    private readonly FrozenDictionary<string, Right> _byCamera;

    /// <param name="byCamera">By a camera's id or <see cref="AnyCamera"/>.</param>
    public Grants(IEnumerable<KeyValuePair<string, Right>> byCamera) =>
        _byCamera = byCamera.Where(grant => grant.Value != Right.None).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>By a camera's id or <see cref="AnyCamera"/>; never <see cref="Right.None"/>.</summary>
    public IReadOnlyDictionary<string, Right> ByCamera => _byCamera;

    public static Grants OnEveryCamera(Right rights) => new([new KeyValuePair<string, Right>(AnyCamera, rights)]);

    /// <summary>What may be done with this camera, of what was given for it and for all.</summary>
    public Right On(string cameraId) => _byCamera.GetValueOrDefault(cameraId) | _byCamera.GetValueOrDefault(AnyCamera);

    /// <param name="cameraId">Its id.</param>
    /// <param name="rights">All of them are needed.</param>
    public bool Allow(string cameraId, Right rights) => (On(cameraId) & rights) == rights;

    /// <summary>Whether the camera is known to its holder at all.</summary>
    public bool Show(string cameraId) => On(cameraId) != Right.None;

    /// <summary>No more than both allow: what a key may do is never more than what its owner may.</summary>
    public Grants Within(Grants other) =>
        new(
            _byCamera
                .Keys.Union(other._byCamera.Keys, StringComparer.Ordinal)
                .Select(camera => new KeyValuePair<string, Right>(camera, On(camera) & other.On(camera)))
        );
}
