using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings.Acts;

/// <summary>The button <i>Testen</i>: what is typed, or what is saved when nothing is. Saves nothing, and so shows its outcome at once.</summary>
internal sealed class TestConnectionAct(ConnectionTest test, SettingsScreen screen) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.TestConnection, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var sent = CredentialFields.Of(request.Form);
        return sent.IsEmpty
            ? await ShowAsync(request, await test.TestSavedAsync(request.Tenant, cancellationToken), isOfSaved: true, cancellationToken)
            : sent.Read() switch
            {
                CredentialFormResult.Read form => await ShowAsync(
                    request, await test.TestAsync(request.Tenant, form, cancellationToken), isOfSaved: false, cancellationToken),
                CredentialFormResult.Faulty faulty => await screen.ShowAsync(
                    request,
                    StatusCodes.Status422UnprocessableEntity,
                    model => model with { Outcome = new LinkOutcome { Faults = new FormFaults(faulty.Faults) } },
                    cancellationToken),
                _ => throw new InvalidOperationException("A form of an unknown kind."),
            };
    }

    private Task<IResult> ShowAsync(PageRequest request, TestResult result, bool isOfSaved, CancellationToken cancellationToken) => screen.ShowAsync(
        request,
        StatusCodes.Status200OK,
        model => model with { Outcome = new LinkOutcome { Test = result, IsOfSaved = isOfSaved } },
        cancellationToken);
}
