namespace PerfectviewFunctions.Sandbox;

/// <summary>The books of the sandbox on one page, for people; works without script.</summary>
internal static class SandboxPage
{
    public static string Render(SandboxBooks books, string? outcome) => Shell("Zandbak e-Boekhouden", outcome, Html.Of($"""
        <p>Op dit adres: SOAP op <code>{SoapEndpoint.Path}</code> (<a href="{SoapEndpoint.Path}?wsdl">WSDL</a>) en REST onder
        <code>{RestEndpoint.Path}/</code>. Beide boeken in dezelfde administraties.</p>
        {Html.Join(books.Administrations.Select(AdministrationSection.Render))}
        {FaultSection.Render(books.Faults.Pending)}
        {CallbackSection.Render(books.Receiver)}
        {CallSection.Render(books.Calls)}
        """));

    /// <summary>A whole page around its content.</summary>
    public static string Shell(string title, string? outcome, Html main) => Html.Of($"""
        <!doctype html>
        <html lang="nl">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <style>{Style}</style>
        </head>
        <body>
        <header><h1>{title}</h1><p>Een nagebootste boekhouding om mee te ontwikkelen. Niets hiervan is echt.</p></header>
        {Outcome(outcome)}
        <main>
        {main}
        </main>
        </body>
        </html>
        """).Markup;

    private static readonly Html Style = new("""
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
        body { margin: 0 auto; max-width: 72rem; padding: 1rem }
        section { border-top: 1px solid; margin-top: 2rem }
        .scroll { overflow-x: auto }
        table { border-collapse: collapse; width: 100% }
        caption { font-weight: bold; padding: .5rem 0; text-align: left }
        th, td { border-bottom: 1px solid #8886; padding: .25rem .5rem; text-align: left; vertical-align: top }
        .amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
        form { align-items: end; display: flex; flex-wrap: wrap; gap: .75rem; margin: .75rem 0 }
        label { display: grid }
        td form { margin: 0 }
        pre { max-width: 60ch; overflow-wrap: anywhere; white-space: pre-wrap }
        textarea { min-height: 8rem; width: min(40rem, 90vw) }
        input, select, button, textarea { font: inherit; padding: .25rem .5rem }
        [role=status] { border: 2px solid; padding: .5rem 1rem }
        """);

    private static Html Outcome(string? outcome) =>
        PageOutcomes.Sentence(outcome) is { } sentence ? Html.Of($"""<p role="status">{sentence}</p>""") : default;
}
