namespace PerfectviewFunctions.Sandbox;

/// <summary>Who may open a session, and in which administrations.</summary>
public sealed record SandboxUser(string UserName, string SecurityCode1, IReadOnlyList<Guid> Administrations);
