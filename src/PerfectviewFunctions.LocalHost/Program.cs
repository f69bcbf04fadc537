using PerfectviewFunctions.LocalHost;

return await CommandLine.RunAsync(args, Console.Out, CancellationToken.None);
