using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>What nobody chooses: faults of the books and of the receiver, lists that are cut off, restarts; and payments that are switched off.</summary>
internal sealed class WorldActs(Scene scene)
{
    private static readonly FaultKind[] Faults =
    [
        FaultKind.Truncated, FaultKind.Malformed, FaultKind.Http500After, FaultKind.Http500Before, FaultKind.ConnectionReset, FaultKind.Refuse,
        FaultKind.Throttled, FaultKind.SessionGone,
    ];

    public void AddFault()
    {
        var fault = new Fault(scene.Pick(Faults))
        {
            Operation = scene.Next(2) == 0 ? "GetOpenPosten" : "GetMutaties", Times = 1 + scene.Next(2), Status = scene.Pick(429, 503),
        };
        scene.Books.Faults.Add(fault);
        scene.Note($"{fault}");
    }

    public void AddReceiverFault()
    {
        if (scene.Receiver.Faults.Pending.Any(pending => pending.Times == Fault.UntilCleared))
        {
            scene.Receiver.Faults.Clear();
            scene.Note("the receiver is up again");
            return;
        }

        var fault = new CallbackFault(scene.Pick([.. Enum.GetValues<CallbackFaultKind>(), CallbackFaultKind.Slow, CallbackFaultKind.Slow]))
        {
            Times = scene.Next(3) == 0 ? Fault.UntilCleared : 1 + scene.Next(4), Delay = scene.Setting.SlowAnswer, AnswerBytes = 200_000,
        };
        fault = fault with { Status = fault.Kind is CallbackFaultKind.Status or CallbackFaultKind.StatusAfter ? scene.Pick(410, 429, 500, 503) : null };
        scene.Receiver.Faults.Add(fault);
        scene.Note($"{fault}");
    }

    /// <summary>The list ends early without a sign of it, or is whole again.</summary>
    public void CutOrMend()
    {
        var rows = scene.Setting.Cut switch
        {
            null => (int?)null,
            _ when scene.Books.Switches.MaxOpenItems is not null => null,
            CutForm.AtRoundNumber => Setting.RoundList,
            _ => scene.Next(8),
        };
        if (rows == Setting.RoundList)
        {
            FewBeyond(Setting.RoundList);
        }

        scene.Books.Switches = scene.Books.Switches with { MaxOpenItems = rows };
        scene.Note($"a list has {rows?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "all"} rows");
    }

    /// <summary>Removes others' invoices, which stand before ours, until so few of ours are cut off that nothing else arouses suspicion.</summary>
    private void FewBeyond(int rows)
    {
        foreach (var books in scene.Firms.Select(firm => firm.Books).Distinct())
        {
            var surplus = books.OpenDebtors().Count - rows - 1 - scene.Next(4);
            foreach (var other in books.Mutations.Where(EditActs.IsBulk).Take(Math.Max(surplus, 0)))
            {
                books.DeleteMutation(other.Number);
            }
        }
    }

    public async Task SwitchAsync(Firm firm, bool on)
    {
        await scene.Hosts[0].ChangeSettingsAsync(settings => settings["paymentsOn"] = on, firm.Name);
        firm.PaymentsOn = on;
        scene.Note($"payments of {firm.Name} {(on ? "on" : "off")}");
    }

    public async Task RestartAsync()
    {
        var which = scene.Next(2);
        scene.Note($"host {which} starts anew");
        await scene.RestartAsync(which);
    }
}
