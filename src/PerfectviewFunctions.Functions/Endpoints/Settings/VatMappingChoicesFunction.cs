using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Settings;

public sealed class VatMappingChoicesFunction(EndpointRunner endpoints)
{
    [Function("VatMappingChoices")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.VatMappingChoices)] HttpRequest request) =>
        endpoints.RunAsync("VatMappingChoices", request);
}
