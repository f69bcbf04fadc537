using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Endpoints.Linking;

public sealed class WebhookSecretFunction(EndpointRunner endpoints)
{
    [Function("WebhookSecret")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.WebhookSecret)] HttpRequest request) =>
        endpoints.RunAsync("WebhookSecret", request);
}
