using Xunit;

namespace PerfectviewFunctions.Testing.Fuzzing;

/// <summary>Bounds what a reader takes of memory, all in all, by how much it was given to read.</summary>
public static class Allocation
{
    /// <param name="read">Does all its work on this thread.</param>
    public static void IsBounded(int length, int perByte, int besides, Action read) =>
        IsBounded(length, perByte, besides, read, GC.GetAllocatedBytesForCurrentThread);

    /// <summary>As <see cref="IsBounded(int, int, int, Action)"/>, for work on several threads in a process that does nothing else meanwhile.</summary>
    public static void IsBoundedInProcess(int length, int perByte, int besides, Action read) =>
        IsBounded(length, perByte, besides, read, () => GC.GetTotalAllocatedBytes(precise: true));

    private static void IsBounded(int length, int perByte, int besides, Action read, Func<long> allocated)
    {
        var before = allocated();
        read();
        var taken = allocated() - before;
        Assert.True(taken <= besides + ((long)perByte * length), $"{taken} bytes of memory were taken to read {length}.");
    }
}
