using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Diagnosis;

public sealed class DiagnosisFunction(EndpointRunner endpoints)
{
    [Function("Diagnosis")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Diagnosis)] HttpRequest request) =>
        endpoints.RunAsync("Diagnosis", request);
}
