using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Time;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <summary>Shows what sample invoices would become by what is chosen, before it is saved.</summary>
internal sealed class PreviewMappingAct(BookingPreview preview, MappingReading reading) : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Post, PageRoutes.PreviewMapping, Access.TenantManage);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var typed = MappingTyped.Of(request.Form);
        var (sample, faults) = Make(request, typed);
        var model = await reading.OfAsync(request, request.Tenant, typed, isRebased: false, cancellationToken) with
        {
            Version = typed.Version, SettingsVersion = typed.SettingsVersion, Sample = sample, Faults = faults,
        };
        return await MappingReading.ShowAsync(
            request, model, faults.All.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private (SampleModel Sample, FormFaults Faults) Make(PageRequest request, MappingTyped typed)
    {
        var chosen = typed.Rows.Where(row => row is not { VatCode: null, Account: null }).Select(row => row.Category);
        var shown = new List<PreviewResult.Shown>();
        foreach (var invoice in SampleInvoice.Of([.. chosen], DutchTime.DateOf(request.Page.Now)))
        {
            switch (preview.Make(request.Tenant, invoice, typed.Rows, typed.WantsOtherDebtor ? typed.DebtorChange : null))
            {
                case PreviewResult.Shown made:
                    shown.Add(made);
                    break;
                case PreviewResult.Faulty(var faults):
                    return (new SampleModel([]), new FormFaults([.. faults.Select(fault => fault with { Pointer = AtField(fault.Pointer) })]));
            }
        }

        return (new SampleModel(shown), FormFaults.None);
    }

    private static string AtField(string pointer) =>
        pointer.StartsWith("/settings/", StringComparison.Ordinal) ? pointer["/settings".Length..] : pointer;
}

/// <param name="Shown">None when nothing was chosen yet, or what was has faults.</param>
public sealed record SampleModel(IReadOnlyList<PreviewResult.Shown> Shown);
