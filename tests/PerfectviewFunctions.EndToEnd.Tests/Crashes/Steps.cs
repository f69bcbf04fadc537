using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>The steps at which a process can die, for tests that iterate over them: a new one is tested by itself, with an invoice or with a relation.</summary>
internal static class Steps
{
    public static IEnumerable<WorkStep> All => OfBooking.Except(OnlyOfARelation);

    /// <summary>Those that the work on a relation passes through, whether it makes one or changes one.</summary>
    public static IEnumerable<WorkStep> OfARelation =>
        [.. Enum.GetValues<WorkStep>().Where(step => step < WorkStep.IntentStored), WorkStep.LeaseReleased];

    private static WorkStep[] OnlyOfARelation => [WorkStep.CardIntentStored, WorkStep.CardAnswered, WorkStep.RelationStored];

    /// <summary>From the frozen booking on.</summary>
    public static IEnumerable<WorkStep> OfTheBooking => OfBooking.Where(step => step >= WorkStep.IntentStored);

    /// <summary>Those of a held-back invoice whose debtor is known already.</summary>
    public static IEnumerable<WorkStep> AfterRetry => [WorkStep.LeaseTaken, .. OfTheBooking];

    /// <summary>Those that reading payments, and telling of them, passes through.</summary>
    public static IEnumerable<WorkStep> OfPayments => Enum.GetValues<WorkStep>().Where(step => step > WorkStep.LeaseReleased);

    private static IEnumerable<WorkStep> OfBooking => Enum.GetValues<WorkStep>().Where(step => step <= WorkStep.LeaseReleased);

    /// <summary>The steps that are reached only when nobody knows whether the booking was made.</summary>
    public static bool IsOfRecovery(this WorkStep step) => step is WorkStep.UncertainStored or WorkStep.LookupCounted or WorkStep.LookupAnswered;

    /// <summary>Makes the books do what it takes to reach the step.</summary>
    public static void MakeReachable(this SandboxBooks books, WorkStep step, int times = 1)
    {
        if (step.IsOfRecovery())
        {
            books.Faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie", Times = times });
        }
    }
}
