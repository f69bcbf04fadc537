namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>The folder that holds a host's state: invoices and debtors are nobody else's business.</summary>
internal static class DataFolder
{
    private const UnixFileMode OfOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Where a backup is made ready before it takes the place of what is there; left behind when that was not finished.</summary>
    public static string Unfinished(string path) => Path.Combine(path, "restore-unfinished");

    /// <summary>Creates it where there is none, and takes all rights on it from others.</summary>
    public static void MakePrivate(string path)
    {
        Prepare(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, OfOwner);
        }
    }

    public static void Prepare(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, OfOwner);
        }
    }
}
