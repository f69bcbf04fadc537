using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Settings;

public sealed class HistoryFunction(EndpointRunner endpoints)
{
    [Function("History")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.History)] HttpRequest request) =>
        endpoints.RunAsync("History", request);
}
