namespace PerfectviewFunctions.Web.Answers;

/// <param name="Version">Of what runs.</param>
internal sealed record HealthAnswer(string Status, string Version);

/// <param name="Status">ready or not-ready.</param>
/// <param name="Store">up or down.</param>
/// <param name="Secrets">up or down.</param>
internal sealed record ReadyAnswer(string Status, string Store, string Secrets);
