namespace PiLittleEye.Storage;

/// <summary>One row of JSON for each section the owner changed. What was never changed has no row and follows the defaults.</summary>
internal sealed class RuntimeSettingsStore(Database database, TimeProvider clock)
{
    public string? Read(string section)
    {
        return database.Use(ask =>
        {
            ask.CommandText = "SELECT json FROM setting WHERE section = $section";
            ask.Parameters.AddWithValue("$section", section);
            return ask.ExecuteScalar() as string;
        });
    }

    public void Write(string section, string json)
    {
        database.Use(write =>
        {
            write.CommandText = """
                INSERT INTO setting (section, json, changed_at) VALUES ($section, $json, $now)
                ON CONFLICT (section) DO UPDATE SET json = excluded.json, changed_at = excluded.changed_at
                """;
            write.Parameters.AddWithValue("$section", section);
            write.Parameters.AddWithValue("$json", json);
            write.Parameters.AddWithValue("$now", clock.GetUtcNow().ToString("O"));
            return write.ExecuteNonQuery();
        });
    }
}
