namespace PerfectviewFunctions.Sandbox;

/// <summary>The Perfectview beside the books: what it was told, and forms to make it fail.</summary>
internal static class CallbackSection
{
    private const int Shown = 50;

    public static Html Render(CallbackReceiver receiver) => Html.Of($"""
        <section>
        <h2>Perfectview (callbacks)</h2>
        {Arrivals(receiver.Arrivals)}
        {Pending(receiver.Faults.Pending)}
        <form method="post" action="{CallbackForms.FaultPath}">
        <label>Soort storing <select name="kind">{Html.Join(Enum.GetNames<CallbackFaultKind>().Select(name => Html.Of($"<option>{name}</option>")))}</select></label>
        <label>Alleen factuurnummer <input name="invoice" maxlength="50" size="15"></label>
        <label>Status <input name="status" type="number" min="200" max="599" value="503" required></label>
        <label>Aantal keer (0 = tot uitzetten) <input name="times" type="number" min="0" value="1" required></label>
        <label>Vertraging in seconden <input name="seconds" type="number" min="0" value="5" required></label>
        <button>Storing bij Perfectview aanzetten</button>
        </form>
        <form method="post" action="{CallbackForms.SecretPath}">
        <label>Geheim, whsec_… (leeg = handtekening niet nagaan) <input name="secret" autocomplete="off" size="40"></label>
        <button>{(receiver.Secret is null ? "Geheim instellen" : "Geheim vervangen")}</button>
        </form>
        </section>
        """);

    private static Html Arrivals(IReadOnlyList<CallbackArrival> arrivals) => arrivals.Count == 0
        ? Html.Of($"<p>Er is nog niets binnengekomen op {CallbackEndpoint.Path}.</p>")
        : Html.Of($"""
            <p>{arrivals.Count} keer binnengekomen op {CallbackEndpoint.Path}.</p>
            <div class="scroll"><table><caption>De laatste {Shown}, nieuwste eerst</caption>
            <tr><th scope="col">Tijd (UTC)</th><th scope="col">Bericht</th><th scope="col">Handtekening</th><th scope="col">Gevolg</th>
            <th scope="col">Antwoord</th><th scope="col">Storing</th></tr>
            {Html.Join(arrivals.Reverse().Take(Shown).Select(Arrival))}
            </table></div>
            <form method="post" action="{CallbackForms.ClearPath}"><button>Alles vergeten</button></form>
            """);

    private static Html Arrival(CallbackArrival arrival) => Html.Of($"""
        <tr><td>{arrival.At.UtcDateTime:dd-MM-yyyy HH:mm:ss}</td>
        <td><details><summary>{arrival.Method} {arrival.Id}</summary><pre>{arrival.Path}
        {arrival.Body}</pre></details></td>
        <td>{SignatureWord(arrival.Signature)}</td><td>{EffectWord(arrival.Effect)}</td>
        <td>{(arrival.Status is { } status ? $"{status}" : "verbroken")}</td><td>{arrival.Fault}</td></tr>
        """);

    private static string SignatureWord(SignatureCheck signature) => signature switch
    {
        SignatureCheck.NotChecked => "niet nagegaan",
        SignatureCheck.Valid => "juist",
        SignatureCheck.Missing => "ontbreekt",
        SignatureCheck.Stale => "verlopen",
        _ => "onjuist",
    };

    private static string EffectWord(CallbackEffect effect) => effect switch
    {
        CallbackEffect.Applied => "verwerkt",
        CallbackEffect.Repeated => "herhaling",
        CallbackEffect.IdReused => "zelfde id, ander bericht",
        CallbackEffect.Outdated => "ouder dan bekend",
        CallbackEffect.NotUnderstood => "niet begrepen",
        CallbackEffect.Refused => "geweigerd",
        _ => "niet aangenomen",
    };

    private static Html Pending(IReadOnlyList<CallbackFault> pending) => pending.Count == 0
        ? default
        : Html.Of($"""
            <ul>{Html.Join(pending.Select(fault => Html.Of($"""
                <li>{fault.Kind}, {(fault.Times == Fault.UntilCleared ? "tot uitzetten" : $"{fault.Times} keer")}
                {(fault.InvoiceNumber is null ? "" : $"alleen factuur {fault.InvoiceNumber}")} {(fault.Tenant is null ? "" : $"alleen {fault.Tenant}")}</li>
                """)))}</ul>
            <form method="post" action="{CallbackForms.ClearFaultsPath}"><button>Alle storingen bij Perfectview uitzetten</button></form>
            """);
}
