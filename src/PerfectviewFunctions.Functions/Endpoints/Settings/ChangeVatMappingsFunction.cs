using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Settings;

public sealed class ChangeVatMappingsFunction(EndpointRunner endpoints)
{
    [Function("ChangeVatMappings")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.VatMappings)] HttpRequest request) =>
        endpoints.RunAsync("ChangeVatMappings", request);
}
