namespace PerfectviewFunctions.Core.Payments;

/// <summary>The schedule by which payments are read.</summary>
public interface IPaymentTimes
{
    /// <summary>The last planned time at or before an instant; however many passed unused, the last one stands for all.</summary>
    DateTimeOffset LastAt(DateTimeOffset now);

    /// <summary>The first planned time after an instant.</summary>
    DateTimeOffset NextAfter(DateTimeOffset now);
}
