using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Attention;

public sealed class AttentionFunction(EndpointRunner endpoints)
{
    [Function("Attention")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Attention)] HttpRequest request) =>
        endpoints.RunAsync("Attention", request);
}
