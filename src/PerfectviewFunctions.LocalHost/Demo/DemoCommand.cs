using System.Diagnostics;
using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>
/// <c>demo</c>: the whole cycle by itself. Each step prints what stands in the books after it, or what Perfectview was told, and which calls it
/// took; anything that is not as it should be is named, and makes the exit code 1.
/// </summary>
internal static class DemoCommand
{
    public const string Api = "api";

    public const string Usage = "demo [--api soap|rest]   the whole cycle by itself, on a temporary store";

    /// <summary>Whether the arguments ask for it, and by which API; soap when they do not say.</summary>
    public static bool IsAsked(Arguments arguments, out BookkeepingApi api)
    {
        api = BookkeepingApi.Soap;
        return arguments is { Command: "demo", Files: [] }
            && (arguments.Settings.GetValueOrDefault(Api) is not { } given || Enum.TryParse(given, ignoreCase: true, out api) && !char.IsAsciiDigit(given[0]));
    }

    /// <param name="configure">As for <see cref="DemoStage.SetUpAsync"/>.</param>
    /// <returns>0 when everything is as it should be.</returns>
    public static async Task<int> RunAsync(
        TextWriter output, BookkeepingApi api, Action<WebApplicationBuilder>? configure, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var stage = await DemoStage.SetUpAsync(api, configure, cancellationToken);
        await output.WriteLineAsync(
            $"A host, an e-Boekhouden sandbox reached by {(api == BookkeepingApi.Rest ? "REST" : "SOAP")} and a tenant made through the API, on a temporary store.\n");
        var faults = new List<string>();
        await RunAsync([.. DemoInvoices.Steps, .. DemoRelations.Steps]);
        faults.AddRange(DemoInvoices.Compare(stage.Books));
        faults.AddRange(DemoRelations.Compare(stage));
        var (mutations, relations) = (stage.Books.Mutations, stage.Books.Relations);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"\nIn the books: {mutations.Count} bookings, {mutations.Sum(booked => booked.Total):N2} in all, for {DemoInvoices.Expected.Count} invoices; {relations.Count} relations.\n"));
        await RunAsync(DemoPayments.Steps);
        faults.AddRange(DemoPayments.Compare(stage));
        await output.WriteLineAsync($"\nAt Perfectview: {stage.Perfectview.Messages.Count} messages, each taken once, about {DemoInvoices.Expected.Count} invoices.");
        foreach (var fault in faults)
        {
            await output.WriteLineAsync("NOT AS IT SHOULD BE  " + fault);
        }

        await output.WriteLineAsync(faults.Count == 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Every invoice stands there once, to the cent, and every relation once, field by field; Perfectview knows what is open of each ({clock.Elapsed.TotalSeconds:0.0} s).")
            : "The demo failed.");
        return faults.Count == 0 ? 0 : 1;

        async Task RunAsync(IEnumerable<IDemoStep> steps)
        {
            foreach (var step in steps)
            {
                var (line, found) = await step.RunAsync(stage, cancellationToken);
                await output.WriteLineAsync(line);
                faults.AddRange(found.Select(fault => $"{step.Title}: {fault}"));
            }
        }
    }
}
