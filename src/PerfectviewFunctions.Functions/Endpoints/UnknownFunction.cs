using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints;

/// <summary>No method is named: it takes whatever no other function takes, whichever the method.</summary>
public sealed class UnknownFunction(EndpointRunner endpoints)
{
    [Function("Unknown")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Routes.Unknown)] HttpRequest request) =>
        endpoints.RunAsync("Unknown", request);
}
