using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Relations;

public sealed class RelationFunction(EndpointRunner endpoints)
{
    [Function("Relation")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Relation)] HttpRequest request) =>
        endpoints.RunAsync("Relation", request);
}
