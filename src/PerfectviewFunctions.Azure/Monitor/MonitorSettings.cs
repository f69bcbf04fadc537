namespace PerfectviewFunctions.Azure.Monitor;

/// <summary>Whether telemetry is sent to Application Insights: by the variable that Azure has for it.</summary>
public static class MonitorSettings
{
    public const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private const string Key = "InstrumentationKey=";

    /// <param name="read">The value of a variable; null when it is not there.</param>
    public static bool IsOn(Func<string, string?> read) => !string.IsNullOrWhiteSpace(read(ConnectionString));

    /// <summary>What is wrong with it: a sentence that names the variable and no value.</summary>
    public static IEnumerable<string> Faults(Func<string, string?> read) =>
        IsOn(read) && !read(ConnectionString)!.Contains(Key, StringComparison.OrdinalIgnoreCase)
            ? [$"{ConnectionString} is not the connection string of an Application Insights: copy it whole, from '{Key}' on, or leave it out."]
            : [];
}
