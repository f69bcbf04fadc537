namespace PerfectviewFunctions.Web.Answers;

internal sealed record HealthAnswer(string Status);
