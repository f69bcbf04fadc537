using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>What a person does with invoices that wait, are held back or ignored.</summary>
public sealed class InvoiceActions
{
    /// <summary>How many invoices one call takes up; they are worked on one after the other.</summary>
    public const int MostAtOnce = 200;

    private readonly Reopening reopening;
    private readonly Ignoring ignoring;
    private readonly HeldBackInvoices heldBack;
    private readonly InvoiceStore invoices;
    private readonly TenantHistory history;
    private readonly PromptWork work;
    private readonly TimeProvider time;

    internal InvoiceActions(
        Reopening reopening,
        Ignoring ignoring,
        HeldBackInvoices heldBack,
        InvoiceStore invoices,
        TenantHistory history,
        PromptWork work,
        TimeProvider time)
    {
        this.reopening = reopening;
        this.ignoring = ignoring;
        this.heldBack = heldBack;
        this.invoices = invoices;
        this.history = history;
        this.work = work;
        this.time = time;
    }

    /// <summary>Has invoices tried again and works on them for as long as a caller may wait; one that can't be tried stops no other.</summary>
    /// <param name="by">Who asked for these invoices.</param>
    public Task<IReadOnlyList<RetryResult>> RetryAsync(
        Tenant tenant, IReadOnlyList<string> numbers, Actor by, CancellationToken cancellationToken) =>
        RetryAsync(tenant, numbers, by, areNamed: true, cancellationToken);

    /// <summary>The same for invoices that were found held back; one that somebody ignored since then stays so.</summary>
    /// <param name="by">Who asked for it; null when it follows from another change, whose history says so.</param>
    public Task<IReadOnlyList<RetryResult>> RetryHeldAsync(
        Tenant tenant, IReadOnlyList<string> numbers, Actor? by, CancellationToken cancellationToken) =>
        RetryAsync(tenant, numbers, by, areNamed: false, cancellationToken);

    private async Task<IReadOnlyList<RetryResult>> RetryAsync(
        Tenant tenant, IReadOnlyList<string> numbers, Actor? by, bool areNamed, CancellationToken cancellationToken)
    {
        var results = new List<RetryResult>(numbers.Count);
        foreach (var number in numbers)
        {
            results.Add(new RetryResult(number, await reopening.ReopenAsync(tenant, number, by, areNamed, cancellationToken)));
        }

        var reopened = results.Where(result => result.Became is ActionResult.Done).Select(result => result.Number).ToList();
        if (reopened.Count == 0)
        {
            return results;
        }

        if (by is { } actor)
        {
            var entry = new HistoryEntry(
                time.GetUtcNow(), actor.Name, HistoryKind.InvoicesRetried, [new("numbers", null, string.Join(", ", reopened))]);
            await history.AddAsync(tenant.Id, entry, cancellationToken);
        }

        await work.OnAsync(tenant, [.. reopened.Select(number => new Subject.Invoice(number))], cancellationToken);
        return await Task.WhenAll(results.Select(result => CurrentAsync(tenant.Id, result, cancellationToken)));
    }

    /// <summary>Has the invoices tried again that are held back for one cause, those first that are so the longest.</summary>
    /// <returns>What became of at most <see cref="MostAtOnce"/> of them, and how many there were.</returns>
    public async Task<(int Matched, IReadOnlyList<RetryResult> Results)> RetryCauseAsync(
        Tenant tenant, string cause, Actor by, CancellationToken cancellationToken)
    {
        var held = await HeldForAsync(tenant.Id, cause, cancellationToken);
        var numbers = held.OrderBy(one => one.Since).Take(MostAtOnce).Select(one => one.Number).ToList();
        return (held.Count, await RetryHeldAsync(tenant, numbers, by, cancellationToken));
    }

    /// <summary>How many invoices are held back for a cause.</summary>
    public async Task<int> CountAsync(TenantId tenant, string cause, CancellationToken cancellationToken) =>
        (await HeldForAsync(tenant, cause, cancellationToken)).Count;

    /// <summary>How many of these invoices could be tried again.</summary>
    public async Task<int> CountAsync(Tenant tenant, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var number in numbers)
        {
            count += await invoices.FindAsync(tenant.Id, number, cancellationToken) is { } invoice
                && AllowedActions.Of(invoice, tenant.State).CanRetry ? 1 : 0;
        }

        return count;
    }

    /// <summary>Sets an invoice aside; it stays visible with who did so and why.</summary>
    public Task<ActionResult> IgnoreAsync(
        Tenant tenant, string number, IgnoreReason why, Actor by, CancellationToken cancellationToken) =>
        ignoring.IgnoreAsync(tenant, number, why, by, cancellationToken);

    private async Task<IReadOnlyList<HeldBack>> HeldForAsync(TenantId tenant, string cause, CancellationToken cancellationToken)
    {
        var held = new List<HeldBack>();
        await foreach (var one in heldBack.IndexAsync(tenant, null, cancellationToken))
        {
            if (Cause.IsSame(one.Reason.Code, cause))
            {
                held.Add(one);
            }
        }

        return held;
    }

    private async Task<RetryResult> CurrentAsync(TenantId tenant, RetryResult result, CancellationToken cancellationToken) =>
        result.Became is ActionResult.Done && await invoices.FindAsync(tenant, result.Number, cancellationToken) is { } invoice
            ? result with { Became = new ActionResult.Done(invoice) }
            : result;
}

/// <summary>What became of one invoice that was to be tried again.</summary>
public sealed record RetryResult(string Number, ActionResult Became);
