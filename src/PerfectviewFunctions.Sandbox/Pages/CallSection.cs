namespace PerfectviewFunctions.Sandbox;

/// <summary>The latest calls.</summary>
internal static class CallSection
{
    private const int Shown = 50;

    public static Html Render(SandboxCalls calls) => Html.Of($"""
        <section>
        <h2>Aanroepen (calls)</h2>
        <p>{calls.Total} aanroepen, {calls.SessionsOpened} sessies geopend.</p>
        <div class="scroll"><table><caption>De laatste {Shown}</caption>
        <tr><th scope="col">Tijd (UTC)</th><th scope="col">API</th><th scope="col">Aanroep</th><th scope="col">Factuur</th><th scope="col">Relatie</th>
        <th scope="col">Uitkomst</th><th scope="col">Storing</th></tr>
        {Html.Join(calls.Log.Reverse().Take(Shown).Select(call => Html.Of($"""
            <tr><td>{call.At.UtcDateTime:dd-MM-yyyy HH:mm:ss}</td><td>{call.Api.ToString().ToUpperInvariant()}</td><td>{call.Operation}</td><td>{call.InvoiceNumber}</td><td>{call.RelationCode}</td>
            <td>{call.Outcome}</td><td>{call.Fault}</td></tr>
            """)))}
        </table></div>
        </section>
        """);
}
