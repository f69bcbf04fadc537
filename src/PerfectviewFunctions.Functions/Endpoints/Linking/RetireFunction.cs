using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Linking;

public sealed class RetireFunction(EndpointRunner endpoints)
{
    [Function("Retire")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Retire)] HttpRequest request) =>
        endpoints.RunAsync("Retire", request);
}
