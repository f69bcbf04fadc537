using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Notices;

namespace PerfectviewFunctions.Web.Pages.Layout;

/// <summary>What every page knows besides its own matter.</summary>
/// <param name="texts">In the reader's language.</param>
/// <param name="now">When it was asked for.</param>
/// <param name="address">Its own address, to come back to.</param>
public sealed class PageContext(Texts texts, DateTimeOffset now, string address)
{
    private IReadOnlyList<Notice>? notices;
    private HiddenField? token;

    public Texts Texts => texts;

    public DateTimeOffset Now => now;

    public string Address => address;

    public ShownTenant? Tenant { get; init; }

    /// <summary>Null while nobody is signed in.</summary>
    public string? CallerName { get; init; }

    public bool IsOperator { get; init; }

    /// <summary>Whether the reader may change things of the tenant; who may not sees no forms.</summary>
    public bool MayManage { get; init; }

    /// <summary>What was said after the last change; shown once.</summary>
    public IReadOnlyList<Notice> Notices => notices ??= TakeNotices();

    /// <summary>What a form carries to show that it is ours; made when the first form is.</summary>
    public HiddenField? Token => token ??= MakeToken();

    internal Func<IReadOnlyList<Notice>> TakeNotices { get; init; } = () => [];

    internal Func<HiddenField?> MakeToken { get; init; } = () => null;

    /// <summary>The address of one of the tenant's own pages.</summary>
    public string Of(string route) => Tenant is null ? PageRoutes.Of(route) : PageRoutes.Of(route, Tenant.Id);
}

public sealed record ShownTenant(TenantId Id, string Name);

public sealed record HiddenField(string Name, string Value);

/// <param name="Title">Of the page, in the reader's language; the browser's tab shows it too.</param>
/// <param name="Section">The part of the site it belongs to.</param>
public sealed record PageHead(string Title, Section Section);

/// <summary>The parts of the site, as the menu shows them.</summary>
public enum Section
{
    None,
    Overview,
    Bookings,
    Balances,
    Relations,
    Mapping,
    Settings,
    Help,
}
