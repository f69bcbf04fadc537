using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Linking;

public sealed class TenantsFunction(EndpointRunner endpoints)
{
    [Function("Tenants")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Tenants)] HttpRequest request) =>
        endpoints.RunAsync("Tenants", request);
}
