using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Linking;

public sealed class CreateTenantFunction(EndpointRunner endpoints)
{
    [Function("CreateTenant")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Tenants)] HttpRequest request) =>
        endpoints.RunAsync("CreateTenant", request);
}
