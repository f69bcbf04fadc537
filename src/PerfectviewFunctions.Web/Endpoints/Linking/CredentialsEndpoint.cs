using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>Saves credentials that the books take: links, links again, or changes what an existing link opens with.</summary>
internal sealed class CredentialsEndpoint(LinkDesk desk, TenantAnswers answers) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("Credentials", HttpMethods.Put, Routes.Credentials, Access.TenantManage);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (id, sent, problem) = await TenantAct.ReadAsync(request, LinkingJson.Default.CredentialsBody, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        var caller = request.Caller();
        var (said, fault) = SaidBy(caller, sent.AdministrationOf);
        if (fault is not null)
        {
            return Problem.Of([fault]);
        }

        var form = CredentialForm.Read(sent.UserName, sent.SecurityCode1, sent.SecurityCode2, sent.Token);
        var change = await desk.SaveAsync(
            id, form, new LinkTerms(sent.ConfirmOtherAdministration == true, said), caller.Actor, cancellationToken);
        return change is LinkChange.Done done
            ? Results.Json(
                new SavedAnswer(await answers.OfAsync(done.Tenant, cancellationToken), TestAnswer.Of(done.Test!), done.OfferAgainFrom),
                LinkingJson.Default.SavedAnswer)
            : LinkProblem.Of(change, request.HttpContext.Response);
    }

    /// <summary>Whose administration it is: for operators to say, since it may be that of somebody else's tenant.</summary>
    private static (AdministrationSaid? Said, FieldFault? Fault) SaidBy(Caller caller, string? text)
    {
        const string pointer = "/administrationOf";
        if (text is null)
        {
            return (null, null);
        }

        if (!caller.IsOperator)
        {
            return (null, new FieldFault(
                pointer, "Alleen een beheerder kan zeggen van welke koppeling een administratie is.", "Only an operator can say whose administration it is."));
        }

        return AdministrationSaid.Read(text) is { } said
            ? (said, null)
            : (null, new FieldFault(
                pointer, "Geef de naam van een koppeling, of `new` voor een nieuwe administratie.", "Give the id of a tenant, or `new` for a new administration."));
    }
}
