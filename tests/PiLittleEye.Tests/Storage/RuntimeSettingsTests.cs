using PiLittleEye.Cameras;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Storage;

public sealed class RuntimeSettingsTests : IDisposable
{
    private readonly TemporaryState _state = new();

    [Fact]
    public void What_was_never_changed_is_the_default() => Assert.Equal(CameraSettings.Default, CreateSettings().Current);

    [Fact]
    public void A_change_is_in_force_at_once_and_told()
    {
        var settings = CreateSettings();
        var told = new List<int>();
        settings.Changed += value => told.Add(value.Quality);
        settings.Changed += _ => Assert.Equal(90, settings.Current.Quality);

        settings.Change(current => current with { Quality = 90 });

        Assert.Equal(90, settings.Current.Quality);
        Assert.Equal([90], told);
    }

    [Fact]
    public void A_change_survives_a_restart_whole()
    {
        var chosen = CameraSettings.Default with
        {
            Rotation = 270,
            FlipVertical = true,
            Stamp = StampChoice.Default with { Zone = "Europe/Berlin", Format = "HH:mm 'Uhr' \"ä\"" },
            Width = 640,
            Height = 480,
            AlwaysOn = true,
        };

        CreateSettings().Change(_ => chosen);

        Assert.Equal(chosen, CreateSettings().Current);
    }

    [Fact]
    public void Sections_do_not_share_their_values()
    {
        CreateSettings("camera:bench").Change(current => current with { Quality = 90 });
        Assert.Equal(CameraSettings.Default, CreateSettings("camera:door").Current);
    }

    [Fact]
    public void Changes_at_the_same_moment_all_count()
    {
        var settings = CreateSettings();
        settings.Change(current => current with { Quality = 0 });

        Together.Run(
            4,
            _ =>
            {
                for (var change = 0; change < 5; change++)
                {
                    settings.Change(current => current with { Quality = current.Quality + 1 });
                }
            }
        );

        Assert.Equal((20, 20), (settings.Current.Quality, CreateSettings().Current.Quality));
    }

    [Fact]
    public void Whoever_reads_for_the_first_time_during_a_change_does_not_undo_it()
    {
        for (var round = 1; round <= 90; round++)
        {
            var settings = CreateSettings();
            Together.Run(
                () => _ = settings.Current,
                () => settings.Change(current => current with { Quality = round }),
                () => _ = settings.Current
            );
            Assert.Equal(round, settings.Current.Quality);
        }
    }

    [Fact]
    public void What_cannot_be_stored_is_not_in_force_and_not_told()
    {
        var settings = CreateSettings();
        settings.Change(current => current with { Quality = 90 });
        settings.Changed += _ => Assert.Fail("told");
        _state.Execute("ALTER TABLE setting RENAME TO elsewhere");

        Assert.Throws<StorageUnavailableException>(() => settings.Change(current => current with { Quality = 10 }));

        Assert.Equal(90, settings.Current.Quality);
    }

    [Fact]
    public void A_change_that_cannot_be_made_leaves_everything_as_it_was()
    {
        var settings = CreateSettings();
        Assert.Throws<InvalidOperationException>(() => settings.Change(_ => throw new InvalidOperationException()));
        settings.Change(current => current with { Quality = 90 });
        Assert.Equal(90, CreateSettings().Current.Quality);
    }

    [Fact]
    public void On_a_full_disk_the_old_value_stays_and_the_next_change_works_when_there_is_room()
    {
        using var disk = FullDisk.Mount();
        var database = TemporaryState.DatabaseIn(disk.Path);
        new DatabaseMigrator(database).Migrate();
        var settings = CreateSettings("camera:bench", new RuntimeSettingsStore(database, new SteppingClock()));
        settings.Change(current => current with { Quality = 50 });
        disk.Fill();

        Assert.Throws<StorageUnavailableException>(ChangeToALongFormat);
        Assert.Equal((50, StampChoice.Default.Format), (settings.Current.Quality, settings.Current.Stamp.Format));

        disk.Free();
        ChangeToALongFormat();
        Assert.Equal(8000, settings.Current.Stamp.Format.Length);
        TemporaryState.Forget(database);

        void ChangeToALongFormat() =>
            settings.Change(current => current with { Stamp = current.Stamp with { Format = new string('y', 8000) } });
    }

    [Fact]
    public void What_an_earlier_version_did_not_know_has_its_default()
    {
        _state.Store.Write("camera:bench", """{"quality":90,"stamp":{"enabled":false}}""");

        var settings = CreateSettings().Current;

        var expected = CameraSettings.Default with { Quality = 90, Stamp = StampChoice.Default with { Enabled = false } };
        Assert.Equal(expected, settings);
    }

    [Fact]
    public void What_a_later_version_knew_is_ignored()
    {
        _state.Store.Write("camera:bench", """{"quality":90,"zoom":{"factor":2}}""");
        Assert.Equal(CameraSettings.Default with { Quality = 90 }, CreateSettings().Current);
    }

    [Fact]
    public void A_choice_of_nothing_is_a_choice()
    {
        var settings = CreateSettings();
        settings.Change(current => current with { Stamp = current.Stamp with { Zone = "Europe/Berlin" } });
        settings.Change(current => current with { Stamp = current.Stamp with { Zone = null } });
        Assert.Null(CreateSettings().Current.Stamp.Zone);
    }

    public void Dispose() => _state.Dispose();

    private RuntimeSettings<CameraSettings> CreateSettings(string section = "camera:bench", RuntimeSettingsStore? store = null) =>
        new(store ?? _state.Store, section, CameraSettings.Default, () => CamerasJson.Default.CameraSettings);
}
