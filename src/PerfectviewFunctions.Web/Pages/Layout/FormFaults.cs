using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Web.Pages.Languages;

namespace PerfectviewFunctions.Web.Pages.Layout;

/// <summary>What is wrong with what somebody filled in; a fault's pointer names the field: <c>/userName</c> is the field userName.</summary>
public sealed record FormFaults(IReadOnlyList<FieldFault> All)
{
    public static FormFaults None { get; } = new([]);

    public string? Of(string field, Texts texts) =>
        All.FirstOrDefault(fault => fault.Pointer == "/" + field) is { } fault ? texts.Of(fault.Nl, fault.En) : null;

    /// <summary>The id of a field in the page.</summary>
    public static string IdOf(string field) => "f-" + field.Replace('/', '-');
}
