using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Attention;

public sealed class RetryFunction(EndpointRunner endpoints)
{
    [Function("Retry")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Retry)] HttpRequest request) =>
        endpoints.RunAsync("Retry", request);
}
