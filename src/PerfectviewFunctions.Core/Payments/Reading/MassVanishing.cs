namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>
/// Whether so many invoices left the list at once that something else than payments may be the cause: a list that was cut off, an administration
/// that was emptied. Pure.
/// </summary>
internal static class MassVanishing
{
    private const int AtLeast = 5;
    private const decimal Share = 0.20m;

    /// <param name="vanished">Invoices that were in the list before and are not any more.</param>
    /// <param name="before">All that were in the list before.</param>
    public static bool Is(int vanished, int before) => vanished >= AtLeast && vanished > Share * before;
}
