using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
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

        var form = CredentialForm.Read(sent.UserName, sent.SecurityCode1, sent.SecurityCode2);
        var change = await desk.SaveAsync(
            id, form, sent.ConfirmOtherAdministration == true, request.Caller().Actor, cancellationToken);
        return change is LinkChange.Done done
            ? Results.Json(
                new SavedAnswer(await answers.OfAsync(done.Tenant, cancellationToken), TestAnswer.Of(done.Test!), done.OfferAgainFrom),
                LinkingJson.Default.SavedAnswer)
            : LinkProblem.Of(change, request.HttpContext.Response);
    }
}
