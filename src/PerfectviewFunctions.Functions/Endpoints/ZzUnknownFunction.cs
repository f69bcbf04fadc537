using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints;

/// <summary>
/// Takes whatever no other function takes, whichever the method. The host tries routes in the order of the functions' names, not the narrower
/// first, so this one has to come last.
/// </summary>
public sealed class ZzUnknownFunction(EndpointRunner endpoints)
{
    [Function("ZzUnknown")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Routes.Unknown)] HttpRequest request) =>
        endpoints.RunAsync("ZzUnknown", request);
}
