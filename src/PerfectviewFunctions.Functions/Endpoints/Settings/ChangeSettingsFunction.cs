using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Settings;

public sealed class ChangeSettingsFunction(EndpointRunner endpoints)
{
    [Function("ChangeSettings")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = Routes.Settings)] HttpRequest request) =>
        endpoints.RunAsync("ChangeSettings", request);
}
