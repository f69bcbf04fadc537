namespace PerfectviewFunctions.Sandbox;

/// <summary>What a person tells the receiver of callbacks: how to fail, which secret holds, and to forget what arrived.</summary>
internal static class CallbackForms
{
    public const string FaultPath = "/page/callbacks/fault";
    public const string ClearFaultsPath = "/page/callbacks/faults/clear";
    public const string SecretPath = "/page/callbacks/secret";
    public const string ClearPath = "/page/callbacks/clear";

    public static void MapCallbackForms(this IEndpointRouteBuilder app, CallbackReceiver receiver)
    {
        app.MapPost(FaultPath, async (HttpRequest request) => PageForms.Back(AddFault(receiver, await request.ReadFormAsync())));
        app.MapPost(SecretPath, async (HttpRequest request) => PageForms.Back(SetSecret(receiver, await request.ReadFormAsync())));
        app.MapPost(ClearFaultsPath, () =>
        {
            receiver.Faults.Clear();
            return PageForms.Back(PageOutcome.FaultsCleared);
        });
        app.MapPost(ClearPath, () =>
        {
            receiver.Clear();
            return PageForms.Back(PageOutcome.CallbacksCleared);
        });
    }

    private static PageOutcome AddFault(CallbackReceiver receiver, IFormCollection form)
    {
        if (!Enum.TryParse<CallbackFaultKind>(form["kind"], out var kind)
            || !form.TryCount("times", out var times)
            || !form.TryCount("seconds", out var seconds)
            || !form.TryCount("status", out var status))
        {
            return PageOutcome.InvalidForm;
        }

        var fault = new CallbackFault(kind)
        {
            InvoiceNumber = form.Optional("invoice"),
            Times = times == 0 ? Fault.UntilCleared : times,
            Status = kind is CallbackFaultKind.Status or CallbackFaultKind.StatusAfter ? status : null,
            Delay = TimeSpan.FromSeconds(seconds),
        };
        if (fault.IsMistaken)
        {
            return PageOutcome.InvalidForm;
        }

        receiver.Faults.Add(fault);
        return PageOutcome.FaultAdded;
    }

    private static PageOutcome SetSecret(CallbackReceiver receiver, IFormCollection form)
    {
        var secret = form.Optional("secret");
        if (secret is not null && CallbackSecret.Parse(secret) is null)
        {
            return PageOutcome.InvalidForm;
        }

        receiver.Secret = secret;
        return secret is null ? PageOutcome.SecretRemoved : PageOutcome.SecretSet;
    }
}
