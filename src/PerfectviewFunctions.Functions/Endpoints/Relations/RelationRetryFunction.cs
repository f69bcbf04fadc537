using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Relations;

public sealed class RelationRetryFunction(EndpointRunner endpoints)
{
    [Function("RelationRetry")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.RelationRetry)] HttpRequest request) =>
        endpoints.RunAsync("RelationRetry", request);
}
