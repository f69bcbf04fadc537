using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>What a test can do through <see cref="SandboxBooks"/>, for a person or another process: JSON under /sandbox.</summary>
internal static class ControlRoutes
{
    public static IServiceCollection AddControlJson(this IServiceCollection services) => services.ConfigureHttpJsonOptions(json =>
    {
        json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
        json.SerializerOptions.RespectRequiredConstructorParameters = true;
        json.SerializerOptions.RespectNullableAnnotations = true;
        json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    });

    public static void MapControl(this IEndpointRouteBuilder app, SandboxBooks books)
    {
        var control = app.MapGroup("/sandbox");
        MapSwitchesAndFaults(control, books);
        MapCalls(control, books);
        control.MapGroup("/callbacks").MapCallbacks(books.Receiver);

        control.MapGet("/administrations", () => books.Administrations.Select(AdministrationSummary.Of));
        var one = control.MapGroup("/administrations/{administration}");
        MapRelations(one, books);
        one.MapPayments(books);
        one.MapGet("/mutations", (string administration) => With(books, administration, found => Results.Ok(found.Mutations)));
        one.MapGet("/open-items", (string administration) => With(books, administration, found => Results.Ok(found.OpenDebtors())));
        one.MapPut("/closed-until", (string administration, ClosedUntilRequest request) => With(books, administration, found =>
        {
            found.ClosedUntil = request.ClosedUntil;
            return Results.NoContent();
        }));
        one.MapDelete("/mutations/{number:long}", (string administration, long number) => With(books, administration, found =>
            found.DeleteMutation(number) ? Results.NoContent() : Results.NotFound()));
        one.MapPut("/mutations/{number:long}/invoice-number", (string administration, long number, InvoiceNumberRequest request) =>
            With(books, administration, found =>
                found.RenumberMutation(number, request.InvoiceNumber) ? Results.NoContent() : Results.NotFound()));
    }

    private static void MapRelations(RouteGroupBuilder one, SandboxBooks books)
    {
        one.MapGet("/relations", (string administration) => With(books, administration, found => Results.Ok(found.Relations)));
        one.MapGet("/relations/{id:long}", (string administration, long id) => With(books, administration, found =>
            found.FindRelation(id) is { } relation ? Results.Ok(relation) : Results.NotFound()));
        one.MapPut("/relations/{id:long}", (string administration, long id, RelationRequest request) => With(books, administration, found =>
            request.IsMistaken ? Results.BadRequest()
            : found.ChangeRelation(id, request.Fields, request.Code) ? Results.NoContent()
            : Results.NotFound()));
        one.MapDelete("/relations/{id:long}", (string administration, long id) => With(books, administration, found =>
            found.DeleteRelation(id) ? Results.NoContent() : Results.NotFound()));
    }

    private static void MapSwitchesAndFaults(RouteGroupBuilder control, SandboxBooks books)
    {
        control.MapGet("/switches", () => books.Switches);
        control.MapPut("/switches", (SandboxSwitches switches) => books.Switches = switches);
        control.MapGet("/faults", () => books.Faults.Pending);
        control.MapPost("/faults", (Fault fault) =>
        {
            if (fault.Times < 1)
            {
                return Results.BadRequest();
            }

            books.Faults.Add(fault);
            return Results.NoContent();
        });
        control.MapDelete("/faults", () =>
        {
            books.Faults.Clear();
            return Results.NoContent();
        });
    }

    private static void MapCalls(RouteGroupBuilder control, SandboxBooks books)
    {
        control.MapGet("/calls", () => new CallsSummary(books.Calls.Counts, books.Calls.SessionsOpened, books.Calls.Log));
        control.MapDelete("/calls", () =>
        {
            books.Calls.Clear();
            return Results.NoContent();
        });
        control.MapPost("/sessions/end", () =>
        {
            books.EndSessions();
            return Results.NoContent();
        });
    }

    public static IResult With(SandboxBooks books, string nameOrCode, Func<SandboxAdministration, IResult> work) =>
        books.Find(nameOrCode) is { } found ? work(found) : Results.NotFound();
}
