using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Linking;

public sealed class TenantFunction(EndpointRunner endpoints)
{
    [Function("Tenant")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Tenant)] HttpRequest request) =>
        endpoints.RunAsync("Tenant", request);
}
