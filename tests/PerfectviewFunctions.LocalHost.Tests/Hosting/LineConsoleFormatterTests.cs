using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.LocalHost.Tests.Hosting;

/// <summary>Who can choose words of a log entry can't choose where the next one begins.</summary>
public sealed class LineConsoleFormatterTests
{
    private static readonly string[] Bad =
    [
        "\n", "\r", "\r\n", "\u001b[2J", "\u0000", "\u0007", "\b", "\u007f", "\u0085", "\u009b", "\u202e", "\u2066", "\u2028", "\u2029", "\u200b", "\ufeff", "\t", "\v", "\f",
        "12:00:00 fail: PerfectviewFunctions.Core[1] Forged",
    ];

    private readonly LineConsoleFormatter formatter = new(new ManualTimeProvider());

    [Fact]
    public void Entry_is_one_line_with_time_level_category_and_number()
    {
        var line = Written("Invoice 2026-0001 of demo is booked", null);

        Assert.Matches(@"^\d\d:\d\d:\d\d info: Some\.Category\[7\] Invoice 2026-0001 of demo is booked\n$", line);
    }

    [Fact]
    public void Exception_follows_on_lines_of_its_own_that_are_indented()
    {
        var lines = Written("It failed", new InvalidOperationException("one\ntwo")).TrimEnd('\n').Split('\n');

        Assert.EndsWith("It failed", lines[0], StringComparison.Ordinal);
        Assert.Equal(["         System.InvalidOperationException: one", "         two"], lines[1..]);
    }

    [Fact]
    public void Nothing_is_written_for_nothing() => Assert.Equal("", Written("", null));

    [Fact]
    public void No_text_forges_a_line_moves_the_cursor_or_turns_text_around()
    {
        var random = new Random(4711);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(3) == 0 ? "words " : Bad[random.Next(Bad.Length)]));
            var entry = Written($"Sent: {text}", random.Next(2) == 0 ? null : new InvalidOperationException(text));

            var lines = entry.TrimEnd('\n').Split('\n');
            Assert.Matches(@"^\d\d:\d\d:\d\d info: Some\.Category\[7\] Sent: ", lines[0]);
            Assert.All(lines[1..], line => Assert.StartsWith("         ", line, StringComparison.Ordinal));
            Assert.All(lines, line => Assert.DoesNotContain(line, character => char.IsControl(character) || character is '\u202e' or '\u2066' or '\u2028' or '\u2029' or '\u200b'));
        }
    }

    private string Written(string message, Exception? exception)
    {
        using var writer = new StringWriter();
        formatter.Write(new LogEntry<string>(LogLevel.Information, "Some.Category", new EventId(7), message, exception, (state, _) => state), null, writer);
        return writer.ToString();
    }
}
