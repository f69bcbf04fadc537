namespace PerfectviewFunctions.Core.Settings;

/// <summary>What a deployment allows in the settings of its tenants.</summary>
/// <param name="LocalCallbacks">Whether a callback address may be plain http on this machine: for development and tests.</param>
public sealed record SettingsOptions(bool LocalCallbacks = false);
