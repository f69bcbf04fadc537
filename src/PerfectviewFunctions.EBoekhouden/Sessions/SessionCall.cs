using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden.Sessions;

/// <summary>A call in a session, not made yet.</summary>
/// <param name="Operation">Its name in logs.</param>
internal sealed record SessionCall<T>(string Operation, Func<Task<Answer<T>>> SendAsync);
