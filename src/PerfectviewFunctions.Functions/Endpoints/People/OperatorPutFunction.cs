using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.People;

public sealed class OperatorPutFunction(EndpointRunner endpoints)
{
    [Function("OperatorPut")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Operator)] HttpRequest request) =>
        endpoints.RunAsync("OperatorPut", request);
}
