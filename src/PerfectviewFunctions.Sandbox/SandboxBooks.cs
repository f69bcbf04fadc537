namespace PerfectviewFunctions.Sandbox;

/// <summary>All that the sandbox keeps, for tests and demonstrations in the same process. Safe for use by several threads.</summary>
public sealed class SandboxBooks
{
    private readonly BooksGate gate;
    private readonly List<SandboxAdministration> administrations;
    private readonly List<SandboxUser> users;
    private readonly List<SandboxApiToken> apiTokens;
    private volatile SandboxSwitches switches;

    internal SandboxBooks(SandboxOptions options)
    {
        switches = options.Switches;
        var file = options.DataFile is null ? null : new BooksFile(options.DataFile);
        gate = new BooksGate(options.Clock, () => switches, () => file?.Save(ToData()));
        var data = file?.Load() ?? SandboxDemo.NewBooks();
        users = [.. data.Users];
        apiTokens = [.. data.ApiTokens ?? SandboxDemo.TokensFor(data)];
        administrations = [.. data.Administrations.Select(administration => new SandboxAdministration(gate, administration))];
        Sessions = new SandboxSessions(options.Clock);
    }

    /// <summary>May be set at any time; a call under way may see either.</summary>
    public SandboxSwitches Switches
    {
        get => switches;
        set => switches = value;
    }

    public SandboxFaults Faults { get; } = new();

    public SandboxCalls Calls { get; } = new();

    /// <summary>The Perfectview that takes callbacks, at <see cref="SandboxServer.CallbackAddress"/>.</summary>
    public CallbackReceiver Receiver { get; } = new();

    public IReadOnlyList<SandboxAdministration> Administrations => gate.Read(() => administrations.ToArray());

    /// <summary>In a new sandbox the administration of <see cref="SandboxDemo.SecurityCode2"/>.</summary>
    public SandboxAdministration First => gate.Read(() => administrations[0]);

    public IReadOnlyList<SandboxUser> Users => gate.Read(() => users.ToArray());

    /// <summary>Also those that were revoked or are past their end date.</summary>
    public IReadOnlyList<SandboxApiToken> ApiTokens => gate.Read(() => apiTokens.ToArray());

    internal SandboxSessions Sessions { get; }

    /// <exception cref="KeyNotFoundException">There is no such administration.</exception>
    public SandboxAdministration Administration(string nameOrSecurityCode2) =>
        Find(nameOrSecurityCode2) ?? throw new KeyNotFoundException($"No administration '{nameOrSecurityCode2}'.");

    /// <summary>With the standard chart of accounts; nobody has access until a user is given it.</summary>
    /// <param name="securityCode2">A new one when absent.</param>
    public SandboxAdministration AddAdministration(string name, Guid? securityCode2 = null) =>
        gate.Change(() =>
        {
            var administration = new SandboxAdministration(gate, AdministrationData.New(name, securityCode2 ?? Guid.NewGuid(), gate.NextLedgerId));
            administrations.Add(administration);
            return administration;
        });

    public SandboxUser AddUser(string userName, string securityCode1, params IReadOnlyList<Guid> administrations) =>
        gate.Change(() =>
        {
            var user = new SandboxUser(userName, securityCode1, administrations);
            users.Add(user);
            return user;
        });

    /// <summary>As after a changed password: the old code is refused from now on, open sessions stay.</summary>
    public void ChangeSecurityCode1(string userName, string securityCode1) =>
        gate.Change(() =>
        {
            var index = users.FindIndex(user => user.UserName == userName);
            return users[index] = users[index] with { SecurityCode1 = securityCode1 };
        });

    /// <summary>Lets the REST API into an administration, as its user. What that user may not see, the token does not open.</summary>
    /// <param name="endDate">The last day on which it works; null when it has none.</param>
    /// <param name="token">A new one when absent.</param>
    public SandboxApiToken AddApiToken(string userName, Guid administration, DateOnly? endDate = null, string? token = null) =>
        gate.Change(() =>
        {
            var added = new SandboxApiToken(token ?? Guid.NewGuid().ToString("N"), userName, administration) { EndDate = endDate };
            apiTokens.Add(added);
            return added;
        });

    /// <summary>It opens no session from now on (API_SESSION_004); open sessions stay.</summary>
    /// <returns>False when there is no such token.</returns>
    public bool RevokeApiToken(string token) =>
        gate.Change(() =>
        {
            var index = apiTokens.FindIndex(known => known.Token == token);
            if (index >= 0)
            {
                apiTokens[index] = apiTokens[index] with { Revoked = true };
            }

            return index >= 0;
        });

    /// <summary>Every session of both APIs is unknown from now on (E002.2, SECURITY_010).</summary>
    public void EndSessions() => Sessions.Forget();

    internal SandboxAdministration? Find(string nameOrSecurityCode2) =>
        Administrations.FirstOrDefault(administration => administration.Name == nameOrSecurityCode2)
        ?? (Guid.TryParse(nameOrSecurityCode2, out var code) ? Find(code) : null);

    internal SandboxAdministration? Find(Guid securityCode2) =>
        Administrations.FirstOrDefault(administration => administration.SecurityCode2 == securityCode2);

    internal IReadOnlyList<SandboxAdministration> AdministrationsOf(string userName) =>
        Users.FirstOrDefault(user => user.UserName == userName) is { } user
            ? [.. Administrations.Where(administration => user.Administrations.Contains(administration.SecurityCode2))]
            : [];

    /// <summary>Runs a check and the change that rests on it as one step.</summary>
    internal T InOneStep<T>(Func<T> work) => gate.Read(work);

    private BooksData ToData() => new(users, [.. administrations.Select(administration => administration.ToData())], apiTokens);
}
