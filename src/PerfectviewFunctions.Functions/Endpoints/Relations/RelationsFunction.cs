using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Relations;

public sealed class RelationsFunction(EndpointRunner endpoints)
{
    [Function("Relations")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Relations)] HttpRequest request) =>
        endpoints.RunAsync("Relations", request);
}
