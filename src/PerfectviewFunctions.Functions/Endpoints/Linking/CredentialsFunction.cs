using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Linking;

public sealed class CredentialsFunction(EndpointRunner endpoints)
{
    [Function("Credentials")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Credentials)] HttpRequest request) =>
        endpoints.RunAsync("Credentials", request);
}
