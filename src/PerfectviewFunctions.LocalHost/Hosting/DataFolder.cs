namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>The folder that holds a host's state: invoices and debtors are nobody else's business.</summary>
internal static class DataFolder
{
    public static void Prepare(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
