using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints;

public sealed class InvoicesFunction(EndpointRunner endpoints)
{
    [Function("Invoices")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Invoices)] HttpRequest request) =>
        endpoints.RunAsync("Invoices", request);
}
