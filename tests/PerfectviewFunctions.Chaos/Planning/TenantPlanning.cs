using System.Globalization;

namespace PerfectviewFunctions.Chaos.Planning;

/// <summary>Makes the tenants, their relations, invoices, changes and payments.</summary>
internal sealed class TenantPlanning(Dice dice)
{
    private const int InvoicesPerRelation = 8;

    private int seconds;

    public IReadOnlyList<PlannedTenant> Make(int tenants, int events)
    {
        var made = Enumerable.Range(0, tenants)
            .Select(index => new PlannedTenant(
                Text($"t{index}"), index < 2 ? Text($"{(char)('A' + index)}-") : "", Math.Max(index - 1, 0)))
            .ToList();
        for (var index = 0; index < tenants; index++)
        {
            Fill(made[index], (events / tenants) + (index < events % tenants ? 1 : 0));
        }

        return made;
    }

    private void Fill(PlannedTenant tenant, int events)
    {
        while (tenant.Invoices.Count + tenant.Changes.Count < events)
        {
            if (tenant.Relations.Count * InvoicesPerRelation <= tenant.Invoices.Count)
            {
                AddRelation(tenant, events);
            }
            else
            {
                AddInvoice(tenant);
            }
        }

        AddPayments(tenant);
    }

    private void AddRelation(PlannedTenant tenant, int most)
    {
        var number = tenant.Relations.Count + 1;
        var relation = new PlannedRelation(Text($"rel-{number}"), Text($"K{tenant.Name}-{number}"), Text($"Klant {number} van {tenant.Name}"));
        tenant.Relations.Add(relation);
        if (dice.OneIn(3))
        {
            return; // known from invoices only
        }

        var kinds = new List<string> { PlannedChange.Created };
        for (var more = dice.Between(0, 4); more > 0; more--)
        {
            kinds.Add(dice.OneIn(6) ? PlannedChange.Deleted : PlannedChange.Updated);
        }

        foreach (var kind in kinds.Take(Math.Max(most - tenant.Invoices.Count - tenant.Changes.Count, 1)))
        {
            var id = Text($"r-{tenant.Name}-{tenant.Changes.Count}");
            tenant.Changes.Add(new PlannedChange(id, PlannedEvent.At(++seconds), relation, kind, Said(relation, kind)));
        }
    }

    private Dictionary<string, string> Said(PlannedRelation relation, string kind)
    {
        var said = new Dictionary<string, string>();
        foreach (var field in kind == PlannedChange.Deleted ? [] : PlannedChange.Fields.Keys)
        {
            if (kind == PlannedChange.Updated && !dice.OneIn(2))
            {
                continue;
            }

            var mark = dice.Between(100, 999);
            said[field] = field switch
            {
                "name" => kind == PlannedChange.Created ? relation.Name : Text($"{relation.Name} nieuw {mark}"),
                "phone" => Text($"020-{mark}"),
                "email" => Text($"post{mark}@voorbeeld.example"),
                _ => Text($"Afdeling {mark}"),
            };
        }

        return said;
    }

    private void AddInvoice(PlannedTenant tenant)
    {
        var serial = tenant.Invoices.Count + 1;
        var sign = dice.OneIn(8) ? -1 : 1;
        var invoice = new PlannedInvoice(
            Text($"i-{tenant.Name}-{serial}"),
            PlannedEvent.At(++seconds),
            Text($"{(sign < 0 ? 'C' : 'F')}{serial:D6}"),
            dice.Of(tenant.Relations),
            new DateOnly(2026, 3, 1).AddDays(dice.Below(28)),
            Parts(sign));
        tenant.Invoices.Add(invoice);
        if (dice.OneIn(12))
        {
            var again = invoice with { Id = invoice.Id + "-2", OccurredAt = PlannedEvent.At(++seconds) };
            tenant.Invoices.Add(dice.OneIn(3) ? again with { Parts = Parts(sign) } : again);
        }
    }

    private IReadOnlyList<PlannedPart> Parts(int sign)
    {
        var kinds = VatKind.All.ToArray();
        dice.Shuffle(kinds);
        return [.. kinds.Take(dice.Between(1, 3)).Select(kind => new PlannedPart(kind, sign * dice.Between(100, 99999) / 100m))];
    }

    private void AddPayments(PlannedTenant tenant)
    {
        var free = tenant.Invoices.Where(invoice => !invoice.IsCredit).DistinctBy(invoice => invoice.Number).ToList();
        var paid = new HashSet<string>(StringComparer.Ordinal);
        foreach (var invoice in free.Where(_ => dice.OneIn(2)))
        {
            if (!paid.Add(invoice.Number))
            {
                continue;
            }

            var other = dice.OneIn(6)
                ? free.Find(found => found.Debtor == invoice.Debtor && found.Number != invoice.Number && !paid.Contains(found.Number))
                : null;
            if (other is not null)
            {
                paid.Add(other.Number);
            }

            tenant.Payments.Add(new PlannedPayment(invoice.Number, other is not null || !dice.OneIn(3) ? 1m : 0.25m, other?.Number));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
