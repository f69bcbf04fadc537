using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>One administration, live: what is read is a snapshot, what is changed stands in the books (and their file) at once.</summary>
public sealed partial class SandboxAdministration
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
        gate.LedgerIdsTaken(ledgerAccounts);
    }

    public string Name { get; }

    /// <summary>Also the GUID of the administration.</summary>
    public Guid SecurityCode2 { get; }

    /// <summary>Up to and including this date nothing is booked (CMUT020, MUT_005).</summary>
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

    internal long NextRelationId => gate.Read(() => lastRelationId + 1);

    internal TimeProvider Clock => gate.Clock;

    private string ThisMonth => DutchDate.Month(DutchDate.Today(Clock));

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
            var account = new SandboxLedgerAccount(gate.NextLedgerId, code, description, category);
            ledgerAccounts.Add(account);
            gate.LedgerIdsTaken([account]);
            return account;
        });

    /// <summary>Books a mutation as somebody else would; no rule is applied and a number is given out.</summary>
    public SandboxMutation AddMutation(SandboxMutation mutation) => AddMutations([mutation])[0];

    /// <summary>Books many as one step: all or none of them are seen, and the file is written once.</summary>
    public IReadOnlyList<SandboxMutation> AddMutations(IEnumerable<SandboxMutation> added) =>
        gate.Change<IReadOnlyList<SandboxMutation>>(() =>
        {
            SandboxMutation[] booked = [.. added.Select(mutation => mutation with { Number = ++lastMutationNumber })];
            mutations.AddRange(booked);
            return booked;
        });

    /// <summary>Books a sent invoice as somebody else would; no rule is applied.</summary>
    public SandboxMutation AddInvoice(
        string invoiceNumber, string relationCode, DateOnly date, params IReadOnlyList<SandboxMutationLine> lines) =>
        AddMutation(SentInvoice(invoiceNumber, relationCode, date, lines));

    /// <summary>Books many sent invoices as one step: other people's work in the same books, by the thousand.</summary>
    /// <param name="numberPrefix">Followed by 1, 2, ... <paramref name="count"/>.</param>
    public IReadOnlyList<SandboxMutation> AddInvoices(
        int count, string numberPrefix, string relationCode, DateOnly date, params IReadOnlyList<SandboxMutationLine> lines) =>
        AddMutations(Enumerable.Range(1, count).Select(index =>
            SentInvoice(string.Create(CultureInfo.InvariantCulture, $"{numberPrefix}{index}"), relationCode, date, lines)));

    /// <returns>False when there is no such mutation.</returns>
    public bool DeleteMutation(long number) =>
        gate.Change(() => mutations.RemoveAll(mutation => mutation.Number == number) > 0);

    /// <summary>Gives a mutation another invoice number, as a person can in the service; the payments linked to an invoice follow.</summary>
    /// <returns>False when there is no such mutation.</returns>
    public bool RenumberMutation(long number, string invoiceNumber) =>
        gate.Change(() =>
        {
            if (mutations.Find(mutation => mutation.Number == number) is not { } renumbered)
            {
                return false;
            }

            Replace(
                mutation => mutation.Number == number || mutation.Pays(renumbered),
                mutation => mutation.Renumbered(renumbered.InvoiceNumber, invoiceNumber));
            return true;
        });

    internal IReadOnlyList<SandboxOpenItem> Open(MutationKind invoiceKind) =>
        gate.Read(() => OpenItems.Of(mutations, relations, invoiceKind, gate.Switches()));

    internal SandboxLedgerAccount? FindLedgerAccount(long id) => gate.Read(() => ledgerAccounts.Find(account => account.Id == id));

    internal SandboxLedgerAccount? FindLedgerAccount(string code) => gate.Read(() => ledgerAccounts.Find(account => account.Code == code));

    internal SandboxMutation? FindMutation(long number) => gate.Read(() => mutations.Find(mutation => mutation.Number == number));

    internal SandboxRelation? FindRelation(string code) => gate.Read(() => relations.Find(relation => relation.Code == code));

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

    private static SandboxMutation SentInvoice(
        string invoiceNumber, string relationCode, DateOnly date, IReadOnlyList<SandboxMutationLine> lines) =>
        new(MutationKind.FactuurVerstuurd, date, SandboxDemo.DebtorAccount, lines)
        {
            InvoiceNumber = invoiceNumber,
            RelationCode = relationCode,
            Description = "Factuur " + invoiceNumber,
            PaymentTerm = "14",
        };

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
