using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Attention;

public sealed class HeldBackFunction(EndpointRunner endpoints)
{
    [Function("HeldBack")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.HeldBack)] HttpRequest request) =>
        endpoints.RunAsync("HeldBack", request);
}
