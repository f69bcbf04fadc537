using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Health;

public sealed class ReadyFunction(EndpointRunner endpoints)
{
    [Function("Ready")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Ready)] HttpRequest request) =>
        endpoints.RunAsync("Ready", request);
}
