using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Settings;

public sealed class VatMappingsFunction(EndpointRunner endpoints)
{
    [Function("VatMappings")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.VatMappings)] HttpRequest request) =>
        endpoints.RunAsync("VatMappings", request);
}
