using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.People;

public sealed class PeopleFunction(EndpointRunner endpoints)
{
    [Function("People")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.TenantPeople)] HttpRequest request) =>
        endpoints.RunAsync("People", request);
}
