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
    private readonly Connections connections;
    private readonly DueRows due;
    private readonly TimeProvider time;

    internal ConnectionTest(
        TenantSecrets secrets, AdministrationKeys keys, IBookkeeping books, Connections connections, DueRows due, TimeProvider time)
    {
        this.secrets = secrets;
        this.keys = keys;
        this.books = books;
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

        var result = await TestAsync(tenant, credentials, cancellationToken);
        if (result is TestResult.Works { Administration: AdministrationFit.Same })
        {
            await connections.ResumeAsync(tenant.Id, cancellationToken);
            await connections.NotePassedAsync(tenant.Id, cancellationToken);
            await due.AnnounceAsync(tenant.Id, time.GetUtcNow(), cancellationToken);
        }
        else if (result is TestResult.Works works)
        {
            return works with { Warnings = [Reason.Of(ReasonCode.CredentialsOfAnother), .. works.Warnings] };
        }

        return result;
    }

    /// <summary>When what is saved last passed; null when nobody ever tested it but by saving it.</summary>
    public Task<DateTimeOffset?> PassedAtAsync(TenantId tenant, CancellationToken cancellationToken) =>
        connections.PassedAtAsync(tenant, cancellationToken);

    /// <summary>Tests what somebody filled in; nothing is saved.</summary>
    public async Task<TestResult> TestAsync(Tenant tenant, CredentialFormResult.Read form, CancellationToken cancellationToken)
    {
        var result = await TestAsync(tenant, form.Credentials, cancellationToken);
        return result with { Notes = result is TestResult.Fails ? [.. form.Notes, .. form.Hints] : form.Notes };
    }

    private async Task<TestResult> TestAsync(Tenant tenant, BookkeepingCredentials credentials, CancellationToken cancellationToken)
    {
        var answer = await books.TestAsync(credentials, cancellationToken);
        if (answer is not Answer<IReadOnlyList<LedgerAccount>>.Success { Value: var accounts })
        {
            return TestFailure.Of(answer);
        }

        var key = await keys.OfAsync(credentials, cancellationToken);
        var fit = tenant.Administration is null ? AdministrationFit.First
            : tenant.Administration == key ? AdministrationFit.Same
            : AdministrationFit.Other;
        return new TestResult.Works(fit, accounts.Count, TestWarnings.Of(tenant, accounts));
    }
}
