using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PerfectviewFunctions.Testing.Vaults;

/// <summary>Lets calls in as the real vault does: the first without a token is answered by saying where to get one.</summary>
internal sealed class VaultDoor(VaultState state)
{
    private const string Challenge =
        "Bearer authorization=\"https://login.microsoftonline.com/00000000-0000-0000-0000-000000000001\", resource=\"https://vault.azure.net\"";

    private readonly VaultDesk desk = new(state);

    public async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        context.Response.Headers["x-ms-request-id"] = Guid.NewGuid().ToString();
        if (request.Headers.Authorization != "Bearer " + FakeCredential.GoodToken)
        {
            context.Response.Headers.WWWAuthenticate = Challenge;
            await WriteAsync(context, VaultReply.Error(401, "Unauthorized", "", "AKV10000: Request is missing a Bearer or PoP token."));
            return;
        }

        var call = new VaultCall(request.Method, request.Path.Value!.TrimEnd('/'));
        await state.ArriveAsync(call);
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (state.FaultFor(call) is { } fault)
        {
            context.Response.Headers.RetryAfter = fault.RetryAfter;
            await WriteAsync(context, fault.Code.Length == 0
                ? new VaultReply(fault.Status, null)
                : VaultReply.Error(fault.Status, fault.Code, fault.Inner, fault.Message.Replace("{body}", body, StringComparison.Ordinal)));
            return;
        }

        await WriteAsync(context, request.Query["api-version"].Count == 0
            ? VaultReply.Error(400, "BadParameter", "", "api-version must be specified.")
            : desk.Answer(call, request, body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject()));
    }

    private static async Task WriteAsync(HttpContext context, VaultReply reply)
    {
        context.Response.StatusCode = reply.Status;
        if (reply.Body is null)
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html>no vault speaks here</html>");
        }
        else
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(reply.Body.ToJsonString());
        }
    }
}
