using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>One administration, live: what is read is a snapshot, what is changed stands in the books (and their file) at once.</summary>
public sealed class SandboxAdministration
{
    private readonly BooksGate gate;
    private readonly List<SandboxLedgerAccount> ledgerAccounts;
    private readonly List<SandboxRelation> relations;
    private readonly List<SandboxMutation> mutations;
    private DateOnly? closedUntil;
    private long lastRelationId;
    private long lastMutationNumber;
    private MonthlyCount getMutaties;

    internal SandboxAdministration(BooksGate gate, AdministrationData data)
    {
        this.gate = gate;
        Name = data.Name;
        SecurityCode2 = data.SecurityCode2;
        closedUntil = data.ClosedUntil;
        lastRelationId = data.LastRelationId;
        lastMutationNumber = data.LastMutationNumber;
        getMutaties = data.GetMutaties;
        ledgerAccounts = [.. data.LedgerAccounts];
        relations = [.. data.Relations];
        mutations = [.. data.Mutations];
    }

    public string Name { get; }

    /// <summary>Also the GUID of the administration.</summary>
    public Guid SecurityCode2 { get; }

    /// <summary>Up to and including this date nothing is booked (CMUT020).</summary>
    public DateOnly? ClosedUntil
    {
        get => gate.Read(() => closedUntil);
        set => gate.Change(() => closedUntil = value);
    }

    /// <summary>Counted against <see cref="SandboxSwitches.GetMutatiesPerMonth"/>; starts anew each calendar month.</summary>
    public int GetMutatiesCallsThisMonth
    {
        get => gate.Read(() => getMutaties.In(ThisMonth));
        set => gate.Change(() => getMutaties = new MonthlyCount(ThisMonth, value));
    }

    public IReadOnlyList<SandboxLedgerAccount> LedgerAccounts => gate.Read(() => ledgerAccounts.ToArray());

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<SandboxRelation> Relations => gate.Read(() => relations.ToArray());

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<SandboxMutation> Mutations => gate.Read(() => mutations.ToArray());

    private string ThisMonth => DutchDate.Month(DutchDate.Today(gate.Clock));

    /// <summary>The open sales invoices, as the list call would show them now.</summary>
    public IReadOnlyList<SandboxOpenItem> OpenDebtors() => Open(MutationKind.FactuurVerstuurd);

    /// <summary>The open purchase invoices, as the list call would show them now.</summary>
    public IReadOnlyList<SandboxOpenItem> OpenCreditors() => Open(MutationKind.FactuurOntvangen);

    /// <summary>Adds a relation as somebody else would; no rule is applied.</summary>
    /// <param name="fields">By their names on the wire, such as Postcode.</param>
    public SandboxRelation AddRelation(string code, string name, IReadOnlyDictionary<string, string>? fields = null) =>
        gate.Change(() =>
        {
            var all = new Dictionary<string, string>(fields ?? new Dictionary<string, string>()) { ["Bedrijf"] = name };
            all.TryAdd("BP", "B");
            all.TryAdd(RelationFields.Added, DutchDate.Today(gate.Clock).ToString("O", CultureInfo.InvariantCulture));
            var relation = new SandboxRelation(++lastRelationId, code, all);
            relations.Add(relation);
            return relation;
        });

    /// <summary>Changes some fields of a relation as somebody else would; no rule is applied. Mutations follow a changed code.</summary>
    /// <param name="fields">By their names on the wire, such as Postcode; what is not in it stays.</param>
    /// <param name="code">The new code; null when it stays.</param>
    /// <returns>False when there is no such relation.</returns>
    /// <exception cref="ArgumentException">A name is none of a relation's fields.</exception>
    public bool ChangeRelation(long id, IReadOnlyDictionary<string, string> fields, string? code = null)
    {
        if (RelationFields.Unknown(fields.Keys) is { Count: > 0 } unknown)
        {
            throw new ArgumentException($"A relation has no {string.Join(", ", unknown)}.", nameof(fields));
        }

        return gate.Change(() =>
        {
            if (FindRelation(id) is not { } stored)
            {
                return false;
            }

            UpdateRelation(stored.With(fields, code));
            return true;
        });
    }

    /// <returns>False when there is no such relation. Its mutations stay.</returns>
    public bool DeleteRelation(long id) => gate.Change(() => relations.RemoveAll(relation => relation.Id == id) > 0);

    public SandboxLedgerAccount AddLedgerAccount(string code, string description, string category) =>
        gate.Change(() =>
        {
            var account = new SandboxLedgerAccount(ledgerAccounts.Max(known => known.Id) + 1, code, description, category);
            ledgerAccounts.Add(account);
            return account;
        });

    /// <summary>Books a mutation as somebody else would; no rule is applied and a number is given out.</summary>
    public SandboxMutation AddMutation(SandboxMutation mutation) =>
        gate.Change(() =>
        {
            var booked = mutation with { Number = ++lastMutationNumber };
            mutations.Add(booked);
            return booked;
        });

    /// <summary>Books a sent invoice as somebody else would; no rule is applied.</summary>
    public SandboxMutation AddInvoice(
        string invoiceNumber, string relationCode, DateOnly date, params IReadOnlyList<SandboxMutationLine> lines) =>
        AddMutation(new SandboxMutation(MutationKind.FactuurVerstuurd, date, SandboxDemo.DebtorAccount, lines)
        {
            InvoiceNumber = invoiceNumber,
            RelationCode = relationCode,
            Description = "Factuur " + invoiceNumber,
            PaymentTerm = "14",
        });

    /// <summary>Registers a (partial) payment received for a sent invoice.</summary>
    /// <param name="amount">Euros; negative when a credit is paid back.</param>
    /// <param name="relationCode">Needed only when several relations have an invoice with this number.</param>
    /// <param name="date">Today when absent.</param>
    public PaymentResult RegisterPayment(string invoiceNumber, decimal amount, string? relationCode = null, DateOnly? date = null) =>
        gate.Read<PaymentResult>(() =>
        {
            var relationsWithIt = mutations
                .Where(mutation => mutation.Kind == MutationKind.FactuurVerstuurd && mutation.InvoiceNumber == invoiceNumber)
                .Select(invoice => invoice.RelationCode)
                .Where(code => relationCode is null || code == relationCode)
                .Distinct()
                .ToList();
            return relationsWithIt switch
            {
                [] => new PaymentResult.NoSuchInvoice(),
                [var only] => new PaymentResult.Registered(AddPayment(invoiceNumber, amount, only, date)),
                _ => new PaymentResult.Ambiguous(),
            };
        });

    /// <returns>False when there is no such mutation.</returns>
    public bool DeleteMutation(long number) =>
        gate.Change(() => mutations.RemoveAll(mutation => mutation.Number == number) > 0);

    /// <summary>Gives a mutation another invoice number, as a person can in the service; linked payments follow.</summary>
    /// <returns>False when there is no such mutation.</returns>
    public bool RenumberMutation(long number, string invoiceNumber) =>
        gate.Change(() =>
        {
            if (mutations.Find(mutation => mutation.Number == number) is not { } renumbered)
            {
                return false;
            }

            Replace(
                mutation => mutation.Number == number || (mutation.IsInvoicePayment && mutation.IsAbout(renumbered)),
                mutation => mutation with { InvoiceNumber = invoiceNumber });
            return true;
        });

    internal IReadOnlyList<SandboxOpenItem> Open(MutationKind invoiceKind) =>
        gate.Read(() => OpenItems.Of(mutations, relations, invoiceKind, gate.Switches().Credits));

    internal SandboxRelation? FindRelation(long id) => gate.Read(() => relations.Find(relation => relation.Id == id));

    /// <summary>Mutations keep pointing to their relation when its code changes.</summary>
    internal void UpdateRelation(SandboxRelation updated) =>
        gate.Change(() =>
        {
            var index = relations.FindIndex(relation => relation.Id == updated.Id);
            var oldCode = relations[index].Code;
            relations[index] = updated;
            Replace(mutation => mutation.RelationCode == oldCode, mutation => mutation with { RelationCode = updated.Code });
            return true;
        });

    internal AdministrationData ToData() => new(
        Name, SecurityCode2, closedUntil, lastRelationId, lastMutationNumber, getMutaties, ledgerAccounts, relations, mutations);

    private SandboxMutation AddPayment(string invoiceNumber, decimal amount, string relationCode, DateOnly? date) =>
        AddMutation(new SandboxMutation(
            MutationKind.FactuurbetalingOntvangen,
            date ?? DutchDate.Today(gate.Clock),
            SandboxDemo.BankAccount,
            [new SandboxMutationLine(amount, 0, VatCodes.None, 0, SandboxDemo.DebtorAccount)])
        {
            InvoiceNumber = invoiceNumber,
            RelationCode = relationCode,
            Description = "Betaling " + invoiceNumber,
        });

    private void Replace(Predicate<SandboxMutation> which, Func<SandboxMutation, SandboxMutation> change)
    {
        for (var index = 0; index < mutations.Count; index++)
        {
            if (which(mutations[index]))
            {
                mutations[index] = change(mutations[index]);
            }
        }
    }
}
