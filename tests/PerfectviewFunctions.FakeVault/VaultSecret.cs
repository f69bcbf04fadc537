namespace PerfectviewFunctions.Testing.Vaults;

internal enum VaultStage
{
    There,
    BeingDeleted,
    Deleted,
    BeingRecovered,
}

/// <summary>All versions of one name, which are deleted and recovered together.</summary>
internal sealed class VaultSecret
{
    private int left;

    public List<VaultVersion> Versions { get; } = [];

    public VaultStage Stage { get; private set; }

    /// <summary>A request came for this name: what is on its way is a step nearer.</summary>
    public void Step()
    {
        if (Stage is not (VaultStage.BeingDeleted or VaultStage.BeingRecovered) || left-- > 0)
        {
            return;
        }

        Stage = Stage == VaultStage.BeingDeleted ? VaultStage.Deleted : VaultStage.There;
    }

    public void Delete(int takes) => Go(VaultStage.BeingDeleted, takes);

    public void Recover(int takes) => Go(VaultStage.BeingRecovered, takes);

    private void Go(VaultStage stage, int takes) => (Stage, left) = (stage, takes);
}

/// <summary>One version as the vault holds it.</summary>
public sealed record VaultVersion(string Id, string Value, DateTimeOffset Created)
{
    public bool Enabled { get; set; } = true;

    public DateTimeOffset? Expires { get; set; }
}
