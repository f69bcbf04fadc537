namespace PerfectviewFunctions.Sandbox;

/// <summary>One administration: open balances with the forms of payments, bookings and relations.</summary>
internal static class AdministrationSection
{
    private const int ShownItems = 200;
    private const int ShownMutations = 200;

    public static Html Render(SandboxAdministration administration) => Html.Of($"""
        <section>
        <h2>{administration.Name}</h2>
        {OpenItems(administration.OpenDebtors())}
        {PaymentForms.Render(administration)}
        {Mutations(administration, administration.Mutations)}
        {Relations(administration)}
        </section>
        """);

    private static Html OpenItems(IReadOnlyList<SandboxOpenItem> items) => items.Count == 0
        ? new Html("<p>Er staan geen facturen open.</p>")
        : Html.Of($"""
            <div class="scroll"><table><caption>Openstaande saldi ({items.Count}{(items.Count > ShownItems ? $", de eerste {ShownItems}" : "")})</caption>
            <tr><th scope="col">Datum</th><th scope="col">Factuur</th><th scope="col">Relatie</th><th scope="col" class="amount">Bedrag</th>
            <th scope="col" class="amount">Voldaan</th><th scope="col" class="amount">Openstaand</th></tr>
            {Html.Join(items.Take(ShownItems).Select(item => Html.Of($"""
                <tr><td>{item.Date:dd-MM-yyyy}</td><td>{item.InvoiceNumber}</td><td>{item.RelationCode} {item.RelationName}</td>
                <td class="amount">{item.Amount:N2}</td><td class="amount">{item.Paid:N2}</td><td class="amount">{item.Open:N2}</td></tr>
                """)))}
            </table></div>
            """);

    private static Html Mutations(SandboxAdministration administration, IReadOnlyList<SandboxMutation> mutations) => mutations.Count == 0
        ? new Html("<p>Er is nog niets geboekt.</p>")
        : Html.Of($"""
            <div class="scroll"><table><caption>Boekingen, nieuwste eerst ({mutations.Count})</caption>
            <tr><th scope="col">Nr</th><th scope="col">Datum</th><th scope="col">Soort</th><th scope="col">Factuur</th>
            <th scope="col">Relatie</th><th scope="col">Omschrijving</th><th scope="col">Regels</th><th scope="col" class="amount">Totaal</th><td></td></tr>
            {Html.Join(mutations.Reverse().Take(ShownMutations).Select(mutation => Mutation(administration, mutation)))}
            </table></div>
            """);

    private static Html Mutation(SandboxAdministration administration, SandboxMutation mutation) => Html.Of($"""
        <tr><td>{mutation.Number}</td><td>{mutation.Date:dd-MM-yyyy}</td><td>{mutation.Kind}</td><td>{mutation.InvoiceNumber}</td>
        <td>{mutation.RelationCode}</td><td>{mutation.Description}</td>
        <td>{Html.Join(mutation.Lines.Select(line => Html.Of(
            $"<div>{line.InvoiceNumber} {line.CounterAccount} {line.VatCode} {line.VatPercentage:0.##}%: {line.Net:N2} + {line.Vat:N2}</div>")))}</td>
        <td class="amount">{mutation.Total:N2}</td><td>{PaymentForms.DeleteButton(administration, mutation)}</td></tr>
        """);

    private static Html Relations(SandboxAdministration administration) => administration.Relations is not { Count: > 0 } relations
        ? new Html("<p>Er zijn nog geen relaties.</p>")
        : Html.Of($"""
            <div class="scroll"><table><caption>Relaties ({relations.Count})</caption>
            <tr><th scope="col">Code</th><th scope="col">Naam</th><th scope="col">Soort</th><th scope="col">Adres</th>
            <th scope="col">E-mail</th><th scope="col">Btw-nummer</th><th scope="col">KvK</th></tr>
            {Html.Join(relations.Select(relation => Html.Of($"""
                <tr><td><a href="{RelationForms.AddressOf(administration, relation.Id)}">{relation.Code}</a></td><td>{relation.Name}</td><td>{(relation.IsPerson ? "particulier" : "bedrijf")}</td>
                <td>{relation["Adres"]} {relation["Postcode"]} {relation["Plaats"]} {relation["Land"]}</td><td>{relation["Email"]}</td>
                <td>{relation["BTWNummer"]}</td><td>{relation["KvkNummer"]}</td></tr>
                """)))}
            </table></div>
            """);
}
