using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>The button <i>Testen</i>: opens a real session, reads the ledger accounts and says in words what is wrong.</summary>
public sealed class ConnectionTest
{
    private readonly TenantSecrets secrets;
    private readonly AdministrationKeys keys;
    private readonly IBookkeeping books;
    private readonly AdministrationFinder finder;
    private readonly KnownAdministrations administrations;
    private readonly Connections connections;
    private readonly DueRows due;
    private readonly TimeProvider time;

    internal ConnectionTest(
        TenantSecrets secrets,
        AdministrationKeys keys,
        IBookkeeping books,
        AdministrationFinder finder,
        KnownAdministrations administrations,
        Connections connections,
        DueRows due,
        TimeProvider time)
    {
        this.secrets = secrets;
        this.keys = keys;
        this.books = books;
        this.finder = finder;
        this.administrations = administrations;
        this.connections = connections;
        this.due = due;
        this.time = time;
    }

    /// <summary>Tests what is saved. When it works, a pause of the connection is over and what waits is worked on at once.</summary>
    public async Task<TestResult> TestSavedAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (tenant.State != TenantState.Linked)
        {
            return new TestResult.Fails(Reason.Of(ReasonCode.NotLinked), IsPassing: false);
        }

        if (await secrets.BookkeepingAsync(tenant.Id, SecretAge.Now, cancellationToken) is not { } credentials)
        {
            return new TestResult.Fails(Reason.Of(ReasonCode.CredentialsMissing), IsPassing: false);
        }

        var answer = await books.TestAsync(credentials, cancellationToken);
        if (answer is not Answer<IReadOnlyList<LedgerAccount>>.Success { Value: var accounts })
        {
            return TestFailure.Of(answer);
        }

        var key = await keys.OfAsync(credentials, cancellationToken);
        var works = ToWorks(tenant, key, accounts);
        if (works.Administration != AdministrationFit.Same)
        {
            return works with { Warnings = [Reason.Of(ReasonCode.CredentialsOfAnother), .. works.Warnings] };
        }

        await administrations.KeepAsync(key!.Value, LedgerPrint.Of(accounts), cancellationToken);
        await connections.ResumeAsync(tenant.Id, cancellationToken);
        await connections.NotePassedAsync(tenant.Id, cancellationToken);
        await due.AnnounceAsync(tenant.Id, time.GetUtcNow(), cancellationToken);
        return works;
    }

    /// <summary>When what is saved last passed; null when nobody ever tested it but by saving it.</summary>
    public Task<DateTimeOffset?> PassedAtAsync(TenantId tenant, CancellationToken cancellationToken) =>
        connections.PassedAtAsync(tenant, cancellationToken);

    /// <summary>Tests what somebody filled in; nothing of it is saved.</summary>
    public async Task<TestResult> TestAsync(Tenant tenant, CredentialFormResult.Read form, CancellationToken cancellationToken) =>
        (await TryAsync(tenant, form, said: null, cancellationToken)).Result;

    /// <summary>Tests what somebody filled in, and says which administration it opens.</summary>
    /// <returns>Without a finding when it failed.</returns>
    internal async Task<(TestResult Result, AdministrationFinding? Finding)> TryAsync(
        Tenant tenant, CredentialFormResult.Read form, AdministrationSaid? said, CancellationToken cancellationToken)
    {
        var answer = await books.TestAsync(form.Credentials, cancellationToken);
        if (answer is not Answer<IReadOnlyList<LedgerAccount>>.Success { Value: var accounts })
        {
            return (TestFailure.Of(answer) with { Notes = [.. form.Notes, .. form.Hints] }, null);
        }

        var finding = await finder.FindAsync(tenant, form.Credentials, accounts, said, cancellationToken);
        var works = ToWorks(tenant, finding.Key, accounts) with { Notes = form.Notes };
        return finding.Found is AdministrationFound.Unsure
            ? (works with { Administration = AdministrationFit.Unknown, Warnings = [Reason.Of(ReasonCode.AdministrationUnknown), .. works.Warnings] }, finding)
            : (works, finding);
    }

    private static TestResult.Works ToWorks(Tenant tenant, AdministrationKey? key, IReadOnlyList<LedgerAccount> accounts)
    {
        var fit = tenant.Administration is null ? AdministrationFit.First
            : tenant.Administration == key ? AdministrationFit.Same
            : AdministrationFit.Other;
        return new TestResult.Works(fit, accounts.Count, TestWarnings.Of(tenant, accounts));
    }
}
