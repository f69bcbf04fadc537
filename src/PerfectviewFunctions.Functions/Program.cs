using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Functions.Hosting;

var (settings, faults) = FunctionsSettings.Read(Environment.GetEnvironmentVariables());
if (settings is null)
{
    return await StartFaults.TellAsync(faults);
}

await StartFaults.WarnAsync(settings.Notices);
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Logging.AddOwnConsole();

// Two lines for every answer, which say nothing that the host does not.
builder.Logging.AddFilter("Microsoft.AspNetCore.Http.Result", LogLevel.Warning);
try
{
    builder.Services.AddFunctionsTelemetry(settings, name => builder.Configuration[name]);
    await builder.Services.AddPerfectviewFunctionsAsync(settings);
}
catch (SecretsUnavailableException exception)
{
    return await StartFaults.TellAsync([exception.Message]);
}

await builder.Build().RunAsync();
return 0;
