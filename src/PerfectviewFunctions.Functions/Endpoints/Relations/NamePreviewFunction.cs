using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Relations;

public sealed class NamePreviewFunction(EndpointRunner endpoints)
{
    [Function("NamePreview")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.NamePreview)] HttpRequest request) =>
        endpoints.RunAsync("NamePreview", request);
}
