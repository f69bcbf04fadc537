using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.People;

public sealed class OperatorsFunction(EndpointRunner endpoints)
{
    [Function("Operators")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Operators)] HttpRequest request) =>
        endpoints.RunAsync("Operators", request);
}
