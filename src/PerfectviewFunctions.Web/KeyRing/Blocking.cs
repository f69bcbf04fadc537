namespace PerfectviewFunctions.Web.KeyRing;

/// <summary>Waits for what is asynchronous where the interfaces of Data Protection leave no choice.</summary>
internal static class Blocking
{
    /// <summary>
    /// On a thread that has no synchronization context: pages are made under one, and what goes on after an answer would there wait for the very thread
    /// that waits for it.
    /// </summary>
    public static T Wait<T>(Func<Task<T>> read) => Task.Run(read).GetAwaiter().GetResult();
}
