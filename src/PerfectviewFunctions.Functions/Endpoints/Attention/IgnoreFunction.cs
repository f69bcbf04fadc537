using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Attention;

public sealed class IgnoreFunction(EndpointRunner endpoints)
{
    [Function("Ignore")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Ignore)] HttpRequest request) =>
        endpoints.RunAsync("Ignore", request);
}
