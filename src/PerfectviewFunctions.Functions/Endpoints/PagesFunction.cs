using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints;

/// <summary>All pages and their forms.</summary>
public sealed class PagesFunction(EndpointRunner endpoints)
{
    [Function("Pages")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Routes.Pages)] HttpRequest request) =>
        endpoints.RunAsync("Pages", request);
}
