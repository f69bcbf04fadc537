using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Chaos.Planning;

/// <summary>Decides when what goes wrong. What late faults of the books do is over before a look-up can prove a booking absent.</summary>
internal sealed class StrikePlanning(Dice dice, int hosts)
{
    private static readonly string[] Operations =
    [
        "AddMutatie", "AddMutatie", "AddMutatie", "AddRelatie", "UpdateRelatie", "GetMutaties", "GetOpenPosten", "GetRelaties", "OpenSession",
    ];

    public IReadOnlyList<Strike> Make(int batches)
    {
        var strikes = new List<Strike>();
        var rarity = Math.Clamp(batches / 2, 10, 60); // a handful in a short run
        for (var batch = 3; batch < batches; batch++)
        {
            if (dice.OneIn(3))
            {
                strikes.Add(new Strike.Books(batch, BooksFault()));
            }

            if (dice.OneIn(6))
            {
                strikes.Add(new Strike.Callback(batch, CallbackFault()));
            }

            switch (dice.Below(rarity))
            {
                case < 2:
                    strikes.Add(new Strike.Kill(batch, dice.Below(hosts)));
                    break;
                case 2:
                    strikes.Add(new Strike.Pause(
                        batch, dice.Below(hosts), ChaosTimes.Engine.LeaseLength + TimeSpan.FromMilliseconds(dice.Between(200, 6000))));
                    break;
                case 3 when dice.OneIn(2):
                    strikes.Add(new Strike.Restart(batch, dice.Below(hosts)));
                    break;
                case 4:
                    strikes.Add(new Strike.EndSessions(batch));
                    break;
            }
        }

        return strikes;
    }

    private Fault BooksFault()
    {
        var (kind, operation) = (dice.Of(Enum.GetValues<FaultKind>()), dice.Of(Operations));
        if (kind == FaultKind.NoMutationNumber && operation is not ("AddMutatie" or "AddRelatie"))
        {
            kind = FaultKind.AnswerLost;
        }

        return new Fault(kind)
        {
            Operation = operation,
            Times = dice.OneIn(5) ? 2 : 1,
            Delay = TimeSpan.FromMilliseconds(dice.Between(100, (int)ChaosTimes.LongestDelay.TotalMilliseconds)),
            Status = dice.OneIn(2) ? 429 : 503,
        };
    }

    private CallbackFault CallbackFault()
    {
        var kind = dice.Of(Enum.GetValues<CallbackFaultKind>());
        return new CallbackFault(kind)
        {
            Status = kind is CallbackFaultKind.Status or CallbackFaultKind.StatusAfter ? 503 : null,
            Delay = TimeSpan.FromMilliseconds(dice.Between(100, 2500)),
            AnswerBytes = 200_000,
        };
    }
}
