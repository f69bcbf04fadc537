using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.People;

public sealed class PersonDeleteFunction(EndpointRunner endpoints)
{
    [Function("PersonDelete")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.TenantPerson)] HttpRequest request) =>
        endpoints.RunAsync("PersonDelete", request);
}
