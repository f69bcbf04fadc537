using System.Globalization;
using System.Text;
using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden.Tests.Fuzzing;

/// <summary>What holds of everything that a gateway may make of an answer, whatever came.</summary>
internal static class Outcomes
{
    /// <param name="isWhole">Whether the answer has the form of a complete one.</param>
    public static void Holds<T>(Answer<T> outcome, byte[] answer, Func<byte[], bool> isWhole)
    {
        switch (outcome)
        {
            case Answer<T>.Success { Value: long number }:
                Assert.True(number > 0);
                Assert.Contains(number.ToString(CultureInfo.InvariantCulture), Encoding.UTF8.GetString(answer), StringComparison.Ordinal);
                break;
            case Answer<T>.Success:
                Assert.True(isWhole(answer));
                break;
            case Answer<T>.Refused refused:
                Assert.InRange(refused.Code.Length, 1, 50);
                HoldsOf(refused.Code);
                HoldsOf(refused.Text);
                break;
            case Answer<T>.NotDone notDone:
                Assert.Contains(notDone.Code, (string[])[CallFailure.Unreadable, CallFailure.ServerError]);
                HoldsOf(notDone.Detail);
                break;
            case Answer<T>.Unclear unclear:
                Assert.Contains(unclear.Code, (string[])[CallFailure.Unreadable, CallFailure.NoNumber, CallFailure.ServerError]);
                HoldsOf(unclear.Detail);
                break;
        }
    }

    /// <summary>A text for a page or a log: one line, of a length.</summary>
    private static void HoldsOf(string? text)
    {
        Assert.InRange(text?.Length ?? 0, 0, 300);
        Assert.DoesNotContain(text ?? "", char.IsControl);
    }
}
