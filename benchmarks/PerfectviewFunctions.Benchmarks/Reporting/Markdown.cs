using System.Globalization;
using System.Text;

namespace PerfectviewFunctions.Benchmarks.Reporting;

/// <summary>The report for people.</summary>
internal static class Markdown
{
    public static string Of(Comparison comparison)
    {
        var (text, machine) = (new StringBuilder("# Measured\n\n"), comparison.Machine);
        text.Append(CultureInfo.InvariantCulture, $"{machine.Processors} processors ({machine.Processor}), {Number(machine.MemoryGiB)} GiB of memory, ")
            .Append(CultureInfo.InvariantCulture, $"{machine.System}, {machine.Framework}, load average {machine.Load} at the start. ")
            .Append(CultureInfo.InvariantCulture, $"Seed {comparison.Seed}{(comparison.Quick ? ", quick: fewer points, for a check and not for figures" : "")}.\n");
        text.AppendJoin("", comparison.Scenarios.Where(scenario => scenario.Headline is not null).Select(scenario => $"\n**{scenario.Headline}**\n"));
        return text.AppendJoin("", comparison.Scenarios.Select(Of)).ToString();
    }

    public static string Of(ScenarioReport scenario)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n## {scenario.Title}\n\n`--only {scenario.Name}`, {Number(scenario.Seconds)} s.\n");
        foreach (var note in scenario.Notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{note}\n");
        }

        foreach (var table in scenario.Tables)
        {
            Add(text, table);
        }

        return scenario.Failure is null ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"\n**Failed:** {scenario.Failure}\n").ToString();
    }

    /// <summary>A number with as many digits as say something.</summary>
    public static string Number(double value) => value.ToString(Math.Abs(value) switch
    {
        0 => "0",
        >= 100 => "#,##0",
        >= 10 => "0.#",
        _ => "0.##",
    }, CultureInfo.InvariantCulture);

    private static void Add(StringBuilder text, FigureTable table)
    {
        var columns = table.Rows.SelectMany(row => row.Figures).Select(figure => (figure.Name, figure.Unit)).Distinct().ToList();
        text.Append(CultureInfo.InvariantCulture, $"\n{table.Title}\n\n| | |");
        columns.ForEach(column => text.Append(CultureInfo.InvariantCulture, $" {column.Name}{(column.Unit.Length == 0 ? "" : ", " + column.Unit)} |"));
        text.Append("\n| --- | --- |").Insert(text.Length, " ---: |", columns.Count).Append('\n');
        foreach (var row in table.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Point} | {row.Subject} |");
            foreach (var column in columns)
            {
                var found = row.Figures.FirstOrDefault(figure => (figure.Name, figure.Unit) == column);
                text.Append(CultureInfo.InvariantCulture, $" {(found is null ? "" : Number(found.Value))} |");
            }

            text.Append('\n');
        }
    }
}
