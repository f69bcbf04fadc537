using System.Text.RegularExpressions;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>
/// Reads what the books were asked: no booking that may stand there is sent again before a look-up by its number that can prove its absence, and
/// none that does stand there is sent again at all.
/// </summary>
internal sealed partial class CallJudge(Stage stage)
{
    /// <summary>How far a clock that moves while a call is under way may put it later than the engine noted.</summary>
    private static readonly TimeSpan Drift = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Wait = new EngineOptions().ProvesAbsenceAfter - Drift;

    private readonly HashSet<string> booked = [];
    private readonly Dictionary<string, (string Number, DateTimeOffset At, bool IsLookedUp)> unclear = [];

    public void Check()
    {
        var calls = stage.Books.Calls.Log;
        stage.Books.Calls.Clear();
        foreach (var call in calls)
        {
            switch (call)
            {
                case { Operation: "AddMutatie", Fault: FaultKind.CommitLater, Outcome: not "not done" }:
                    Late(Mark().Match(call.Request).Value, call);
                    break;
                case { Operation: "AddMutatie" }:
                    Sent(Mark().Match(call.Request).Value, call);
                    break;
                case { Operation: "GetMutaties", Fault: null, Outcome: "OK" }:
                    LookedUp(call);
                    break;
            }
        }
    }

    private void Sent(string invoice, SandboxCall call)
    {
        Assert.True(invoice.Length > 0, $"A booking without a mark was sent: {call.Request}");
        Assert.True(!booked.Contains(invoice), $"{invoice} stands in the books and was sent again at {call.At:HH:mm:ss}");
        if (unclear.Remove(invoice, out var earlier))
        {
            Assert.True(earlier.IsLookedUp, $"{invoice} was sent at {earlier.At:HH:mm:ss} and again at {call.At:HH:mm:ss} without a look-up");
        }

        if (call is { Outcome: "OK" })
        {
            booked.Add(invoice);
        }
        else if (call.Fault is not (null or FaultKind.SessionGone or FaultKind.Throttled or FaultKind.NoMutationNumber))
        {
            unclear.Add(invoice, (call.InvoiceNumber, call.At, false));
        }
    }

    private void Late(string invoice, SandboxCall call)
    {
        if (call.Outcome == "OK")
        {
            Assert.True(booked.Add(invoice), $"{invoice} was booked late although it stood in the books already");
        }
    }

    private void LookedUp(SandboxCall call)
    {
        foreach (var (invoice, sent) in unclear)
        {
            if (sent.Number == call.InvoiceNumber && call.At >= sent.At + Wait)
            {
                unclear[invoice] = sent with { IsLookedUp = true };
            }
        }
    }

    /// <summary>Tenant and number; the event may differ from attempt to attempt.</summary>
    [GeneratedRegex(@"\b[abc]:[FC][0-9]+(?=:e[0-9]{4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
