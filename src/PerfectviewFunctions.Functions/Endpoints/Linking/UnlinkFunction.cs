using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Linking;

public sealed class UnlinkFunction(EndpointRunner endpoints)
{
    [Function("Unlink")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Unlink)] HttpRequest request) =>
        endpoints.RunAsync("Unlink", request);
}
