namespace PerfectviewFunctions.Functions.Hosting;

/// <summary>Tells why the app does not start, or not as it was told to.</summary>
internal static class StartFaults
{
    /// <summary>By this word the host takes a line for an error, and names it as the cause of the end; others are mere information to it.</summary>
    private const string Mark = "Error: ";

    /// <returns>The code to end with.</returns>
    public static async Task<int> TellAsync(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(Mark + fault);
        }

        return 1;
    }

    public static async Task WarnAsync(IEnumerable<string> notices)
    {
        foreach (var notice in notices)
        {
            await Console.Error.WriteLineAsync("Warning: " + notice);
        }
    }
}
