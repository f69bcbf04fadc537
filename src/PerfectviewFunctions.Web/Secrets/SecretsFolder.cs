namespace PerfectviewFunctions.Web.Secrets;

/// <summary>The files of the secret store, readable by their owner only (on Windows: by whom the folder's own rights admit).</summary>
internal sealed class SecretsFolder
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string path;

    /// <summary>Creates the folders where there are none, and takes all rights on them from others.</summary>
    public SecretsFolder(string path)
    {
        this.path = Path.GetFullPath(path);
        CreatePrivate(this.path);
        CreatePrivate(Keys);
    }

    /// <summary>Where the key ring stands.</summary>
    public string Keys => Path.Combine(path, "keys");

    /// <summary>The file with all secrets.</summary>
    public string Secrets => Path.Combine(path, "secrets.bin");

    /// <summary>The file that a writing process holds; empty, and never deleted, since another may just have opened it.</summary>
    public string Lock => Path.Combine(path, "secrets.lock");

    /// <summary>Opens a file, created for the owner alone where there is none.</summary>
    public static FileStream OpenPrivate(string file, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return new FileStream(file, options);
    }

    /// <summary>Copies file and keys; the file first, since a key is there before anything is written with it.</summary>
    public void CopyTo(SecretsFolder other)
    {
        if (File.Exists(Secrets))
        {
            Copy(Secrets, other.Secrets);
        }

        foreach (var key in Directory.GetFiles(Keys, "*.xml"))
        {
            Copy(key, Path.Combine(other.Keys, Path.GetFileName(key)));
        }
    }

    private static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var copy = OpenPrivate(to, FileMode.Create);
        source.CopyTo(copy);
        copy.Flush(flushToDisk: true);
    }

    private static void CreatePrivate(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, OwnerFolder);
        }
    }
}
