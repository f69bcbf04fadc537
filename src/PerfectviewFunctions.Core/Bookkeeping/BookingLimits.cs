namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>What one booking may hold.</summary>
/// <param name="DescriptionLength">Characters.</param>
/// <param name="Lines">The most.</param>
public sealed record BookingLimits(int DescriptionLength, int Lines)
{
    private static readonly BookingLimits Soap = new(200, 100);
    private static readonly BookingLimits Rest = new(50, 500);

    /// <summary>SOAP: 200 characters and 100 lines (manual Soap 5.5 §3.3); REST: 50 and 500 (OpenAPI, CreateMutation).</summary>
    public static BookingLimits Of(BookkeepingApi api) => api == BookkeepingApi.Rest ? Rest : Soap;
}
