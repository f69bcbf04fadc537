using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Linking;

public sealed class DeleteReadKeyFunction(EndpointRunner endpoints)
{
    [Function("DeleteReadKey")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.ReadKey)] HttpRequest request) =>
        endpoints.RunAsync("DeleteReadKey", request);
}
