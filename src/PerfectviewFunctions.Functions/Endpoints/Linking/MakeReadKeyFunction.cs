using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Linking;

public sealed class MakeReadKeyFunction(EndpointRunner endpoints)
{
    [Function("MakeReadKey")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ReadKey)] HttpRequest request) =>
        endpoints.RunAsync("MakeReadKey", request);
}
