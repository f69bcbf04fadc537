namespace PerfectviewFunctions.Sandbox;

/// <summary>Faults: what is waiting to be played, and forms to add one or take all away.</summary>
internal static class FaultSection
{
    public static Html Render(IReadOnlyList<Fault> pending) => Html.Of($"""
        <section>
        <h2>Storingen (faults)</h2>
        {Pending(pending)}
        <form method="post" action="{PageForms.FaultPath}">
        <label>Soort <select name="kind">{Options(Enum.GetNames<FaultKind>())}</select></label>
        <label>Aanroep <select name="operation"><option value="">alle</option>{Options(Messages.Operations.Select(operation => operation.Name))}</select></label>
        <label>Alleen factuurnummer <input name="invoice" maxlength="50" size="15"></label>
        <label>Aantal keer (0 = tot uitzetten) <input name="times" type="number" min="0" value="1" required></label>
        <label>Vertraging in seconden <input name="seconds" type="number" min="0" value="5" required></label>
        <button>Storing aanzetten</button>
        </form>
        </section>
        """);

    private static Html Pending(IReadOnlyList<Fault> pending) => pending.Count == 0
        ? new Html("<p>Er staat geen storing aan.</p>")
        : Html.Of($"""
            <ul>{Html.Join(pending.Select(fault => Html.Of($"""
                <li>{fault.Kind} bij {fault.Operation ?? "alle aanroepen"}, {(fault.Times == Fault.UntilCleared ? "tot uitzetten" : $"{fault.Times} keer")}
                {(fault.InvoiceNumber is null ? "" : $"alleen factuur {fault.InvoiceNumber}")} {(fault.RelationCode is null ? "" : $"alleen relatie {fault.RelationCode}")}</li>
                """)))}</ul>
            <form method="post" action="{PageForms.ClearFaultsPath}"><button>Alle storingen uitzetten</button></form>
            """);

    private static Html Options(IEnumerable<string> names) => Html.Join(names.Select(name => Html.Of($"<option>{name}</option>")));
}
