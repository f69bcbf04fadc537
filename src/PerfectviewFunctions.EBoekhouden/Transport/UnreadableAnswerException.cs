using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>An answer that has the form of the API but is not what the call answers. The message quotes nothing of it.</summary>
internal sealed class UnreadableAnswerException(string message, string code = CallFailure.Unreadable) : Exception(message)
{
    /// <summary>One of <see cref="CallFailure"/>.</summary>
    public string Code { get; } = code;
}
