using PerfectviewFunctions.Benchmarks.Pages;
using PerfectviewFunctions.Benchmarks.Payments;

// dotnet run -c Release --project benchmarks/PerfectviewFunctions.Benchmarks -- payments [ADMINISTRATIONS] [INVOICES OF EACH] [MILLISECONDS PER CALL]
// dotnet run -c Release --project benchmarks/PerfectviewFunctions.Benchmarks -- pages [INVOICES]
switch (args.FirstOrDefault())
{
    case "payments":
        await PaymentBenchmark.RunAsync(args[1..]);
        return 0;
    case "pages":
        await PageBenchmark.RunAsync(args[1..]);
        return 0;
    default:
        Console.Error.WriteLine("Say what is measured: payments or pages.");
        return 1;
}
