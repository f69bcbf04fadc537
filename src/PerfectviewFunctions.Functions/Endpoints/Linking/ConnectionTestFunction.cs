using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Linking;

public sealed class ConnectionTestFunction(EndpointRunner endpoints)
{
    [Function("ConnectionTest")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ConnectionTest)] HttpRequest request) =>
        endpoints.RunAsync("ConnectionTest", request);
}
