using Microsoft.Extensions.Options;
using PiLittleEye.Problems;
using PiLittleEye.Settings;

namespace PiLittleEye.Storage;

internal static class StorageFeature
{
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder)
    {
        builder.AddSection(StorageOptions.Section, StorageOptions.Read);
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton<DatabaseMigrator>();
        builder.Services.AddSingleton<RuntimeSettingsStore>();
        builder.Services.AddSingleton<DatabaseWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseWatch>());
        return builder;
    }

    /// <summary>Before anything reads or writes: the directory is there and the schema is this version's.</summary>
    /// <exception cref="CannotStartException">With the remedy.</exception>
    public static WebApplication UseStorage(this WebApplication app)
    {
        StateDirectory.Ensure(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Directory);
        app.Services.GetRequiredService<DatabaseMigrator>().Migrate();
        return app;
    }
}
