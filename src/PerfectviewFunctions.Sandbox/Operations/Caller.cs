namespace PerfectviewFunctions.Sandbox;

/// <summary>Who calls, in which administration.</summary>
internal sealed record Caller(string UserName, SandboxAdministration Administration);
