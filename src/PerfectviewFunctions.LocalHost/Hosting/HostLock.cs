namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>
/// Who uses a data folder: any number of hosts and commands at once, or one that puts a backup back. The file is empty; what counts is who holds it
/// open, so that a process that dies lets go.
/// </summary>
internal sealed class HostLock : IDisposable
{
    private readonly FileStream held;

    private HostLock(FileStream held) => this.held = held;

    /// <summary>For whoever works with the folder; creates it where there is none.</summary>
    /// <exception cref="InvalidDataException">A backup is being put back there, or that was not finished.</exception>
    public static HostLock Share(string data)
    {
        DataFolder.Prepare(data);
        var taken = Open(data, FileAccess.Read, FileShare.Read)
            ?? throw new InvalidDataException($"A backup is being put back into '{Path.GetFullPath(data)}': wait until that is done.");
        if (!Directory.Exists(DataFolder.Unfinished(data)))
        {
            return new HostLock(taken);
        }

        taken.Dispose();
        throw new InvalidDataException(
            $"Putting a backup back into '{Path.GetFullPath(data)}' was not finished: run the command restore again. Starting now could book what is booked.");
    }

    /// <summary>For whoever replaces what is in the folder.</summary>
    /// <returns>Null when somebody uses it.</returns>
    public static HostLock? Alone(string data)
    {
        DataFolder.Prepare(data);
        return Open(data, FileAccess.ReadWrite, FileShare.None) is { } taken ? new HostLock(taken) : null;
    }

    public void Dispose() => held.Dispose();

    private static FileStream? Open(string data, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = access, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(Path.Combine(data, "in-use.lock"), options);
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException))
        {
            // "Held" has no type of its own.
            return null;
        }
    }
}
