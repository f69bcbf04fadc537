using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Payments;

public sealed class OpenBalancesFunction(EndpointRunner endpoints)
{
    [Function("OpenBalances")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.OpenBalances)] HttpRequest request) =>
        endpoints.RunAsync("OpenBalances", request);
}
