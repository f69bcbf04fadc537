using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>
/// An entry of the log as a line that begins with the time; an exception follows on lines that are indented. Whatever a sender wrote that would
/// begin a line, move the cursor or turn text around is shown by its number, so nobody can write an entry but the product.
/// </summary>
internal sealed class LineConsoleFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "lines";

    private const string Indent = "         ";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        if (message.Length == 0 && logEntry.Exception is null)
        {
            return;
        }

        var entry = new StringBuilder();
        entry.Append(CultureInfo.InvariantCulture, $"{time.GetLocalNow():HH:mm:ss} {NameOf(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}] ");
        AppendShown(entry, message);
        entry.Append('\n');
        foreach (var line in logEntry.Exception?.ToString().Split('\n') ?? [])
        {
            AppendShown(entry.Append(Indent), line.TrimEnd('\r'));
            entry.Append('\n');
        }

        textWriter.Write(entry);
    }

    private static void AppendShown(StringBuilder line, string text)
    {
        foreach (var character in text)
        {
            if (IsShown(character))
            {
                line.Append(character);
            }
            else
            {
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
        }
    }

    private static bool IsShown(char character) => char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
