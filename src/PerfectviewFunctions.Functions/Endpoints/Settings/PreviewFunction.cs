using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Settings;

public sealed class PreviewFunction(EndpointRunner endpoints)
{
    [Function("Preview")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Preview)] HttpRequest request) =>
        endpoints.RunAsync("Preview", request);
}
