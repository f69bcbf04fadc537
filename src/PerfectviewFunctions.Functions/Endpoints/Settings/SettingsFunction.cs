using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Settings;

public sealed class SettingsFunction(EndpointRunner endpoints)
{
    [Function("Settings")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Settings)] HttpRequest request) =>
        endpoints.RunAsync("Settings", request);
}
