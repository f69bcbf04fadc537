using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace PerfectviewFunctions.Functions.Hosting;

/// <summary>
/// The host shows what is logged while a function runs, and drops everything else; but it shows what is printed. So what this project logs itself,
/// which is about starting, is printed too.
/// </summary>
internal static class OwnConsole
{
    private static readonly string Own = typeof(OwnConsole).Namespace!;

    public static void AddOwnConsole(this ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.AddFilter<ConsoleLoggerProvider>((category, level) =>
            level >= LogLevel.Information && category?.StartsWith(Own, StringComparison.Ordinal) == true);
    }
}
