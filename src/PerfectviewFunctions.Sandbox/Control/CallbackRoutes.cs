using System.Text;

namespace PerfectviewFunctions.Sandbox;

/// <summary>What arrived at the receiver of callbacks, and how it is to fail.</summary>
internal static class CallbackRoutes
{
    public static void MapCallbacks(this RouteGroupBuilder callbacks, CallbackReceiver receiver)
    {
        callbacks.MapGet("", () => receiver.Arrivals);
        callbacks.MapDelete("", () =>
        {
            receiver.Clear();
            return Results.NoContent();
        });
        callbacks.MapGet("/latest", (string invoiceNumber, string? tenant) => receiver.LatestOf(invoiceNumber, tenant) is { } body
            ? Results.Text(body, "application/json", Encoding.UTF8)
            : Results.NotFound());
        callbacks.MapPut("/secret", (CallbackSecretRequest request) =>
        {
            if (request.IsMistaken)
            {
                return Results.BadRequest();
            }

            receiver.SetSecret(request.Tenant ?? CallbackReceiver.AnyTenant, request.Secret);
            return Results.NoContent();
        });
        callbacks.MapGet("/faults", () => receiver.Faults.Pending);
        callbacks.MapPost("/faults", (CallbackFault fault) =>
        {
            if (fault.IsMistaken)
            {
                return Results.BadRequest();
            }

            receiver.Faults.Add(fault);
            return Results.NoContent();
        });
        callbacks.MapDelete("/faults", () =>
        {
            receiver.Faults.Clear();
            return Results.NoContent();
        });
    }
}
