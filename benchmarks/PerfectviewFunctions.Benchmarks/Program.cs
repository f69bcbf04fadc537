using PerfectviewFunctions.Benchmarks.Load;
using PerfectviewFunctions.Benchmarks.Pages;
using PerfectviewFunctions.Benchmarks.Payments;

// dotnet run -c Release --project benchmarks/PerfectviewFunctions.Benchmarks -- payments [ADMINISTRATIONS] [INVOICES OF EACH] [MILLISECONDS PER CALL]
// dotnet run -c Release --project benchmarks/PerfectviewFunctions.Benchmarks -- pages [INVOICES]
// dotnet run -c Release --project benchmarks/PerfectviewFunctions.Benchmarks -- load [--tenants 10] [--noisy 0] [--rate 20] [--seconds 30] [--books-ms 50] [--hosts 1]
switch (args.FirstOrDefault())
{
    case "payments":
        await PaymentBenchmark.RunAsync(args[1..]);
        return 0;
    case "pages":
        await PageBenchmark.RunAsync(args[1..]);
        return 0;
    case "load":
        return await LoadBenchmark.RunAsync(args[1..]);
    default:
        Console.Error.WriteLine("Say what is measured: payments, pages or load.");
        return 1;
}
