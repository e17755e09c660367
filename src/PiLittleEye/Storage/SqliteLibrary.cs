using System.Runtime.InteropServices;
using PiLittleEye.Problems;
using SQLitePCL;

namespace PiLittleEye.Storage;

/// <summary>Uses the SQLite that the system keeps patched, under the name the managed provider asks for.</summary>
internal static class SqliteLibrary
{
    private const string SystemName = "libsqlite3.so.0";
    private static readonly Lock s_once = new();
    private static bool s_isReady;

    /// <exception cref="CannotStartException">SQLite is not installed.</exception>
    public static void Load()
    {
        lock (s_once)
        {
            if (s_isReady)
            {
                return;
            }

            if (!NativeLibrary.TryLoad(SystemName, out _))
            {
                throw new CannotStartException(
                    $"SQLite is missing: {SystemName} was not found. Install it with: apt-get install libsqlite3-0",
                    needsPerson: true
                );
            }

            NativeLibrary.SetDllImportResolver(
                typeof(SQLite3Provider_e_sqlite3).Assembly,
                (name, _, _) => string.Equals(name, "e_sqlite3", StringComparison.Ordinal) ? NativeLibrary.Load(SystemName) : 0
            );
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            s_isReady = true;
        }
    }
}
