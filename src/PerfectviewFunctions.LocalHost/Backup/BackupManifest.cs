using System.Text.Json;
using System.Text.Json.Serialization;

namespace PerfectviewFunctions.LocalHost.Backup;

/// <summary>What a backup says of itself; written last, so that one that was broken off is none.</summary>
/// <param name="TakenAt">Everything stored before this is in it.</param>
/// <param name="Version">Of the program that took it.</param>
internal sealed record BackupManifest(DateTimeOffset TakenAt, string Version)
{
    public static void Save(string file, BackupManifest manifest) =>
        File.WriteAllText(file, JsonSerializer.Serialize(manifest, BackupJson.Default.BackupManifest));

    /// <returns>Null when there is none, or it can't be read.</returns>
    public static BackupManifest? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllText(file), BackupJson.Default.BackupManifest) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
