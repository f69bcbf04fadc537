using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Relations;

public sealed class RelationLinkFunction(EndpointRunner endpoints)
{
    [Function("RelationLink")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.RelationLink)] HttpRequest request) =>
        endpoints.RunAsync("RelationLink", request);
}
