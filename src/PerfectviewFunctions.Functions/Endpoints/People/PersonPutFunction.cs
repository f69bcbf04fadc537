using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.People;

public sealed class PersonPutFunction(EndpointRunner endpoints)
{
    [Function("PersonPut")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.TenantPerson)] HttpRequest request) =>
        endpoints.RunAsync("PersonPut", request);
}
