using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Payments;

public sealed class ReadPaymentsFunction(EndpointRunner endpoints)
{
    [Function("ReadPayments")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ReadPayments)] HttpRequest request) =>
        endpoints.RunAsync("ReadPayments", request);
}
