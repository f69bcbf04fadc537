using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.People;

public sealed class OperatorDeleteFunction(EndpointRunner endpoints)
{
    [Function("OperatorDelete")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Operator)] HttpRequest request) =>
        endpoints.RunAsync("OperatorDelete", request);
}
