using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints;

public sealed class InvoiceFunction(EndpointRunner endpoints)
{
    [Function("Invoice")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Invoice)] HttpRequest request) =>
        endpoints.RunAsync("Invoice", request);
}
