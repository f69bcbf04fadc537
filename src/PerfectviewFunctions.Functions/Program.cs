using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Functions.Hosting;

var (settings, faults) = FunctionsSettings.Read(Environment.GetEnvironmentVariables());
if (settings is null)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, faults));
    return 1;
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Logging.AddOwnConsole();
try
{
    await builder.Services.AddPerfectviewFunctionsAsync(settings);
}
catch (SecretsUnavailableException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

await builder.Build().RunAsync();
return 0;
