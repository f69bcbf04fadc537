namespace PerfectviewFunctions.Azure.Tables;

/// <summary>Trouble on the way to the service and back.</summary>
internal static class TableConnection
{
    /// <summary>What is wrong; null when it is nothing of the connection.</summary>
    public static TableFault? FaultOf(Exception exception) => exception switch
    {
        _ when IsBeforeSending(exception) =>
            new(MayBeDone: false, IsPassing: true, "can't be reached: check the setting Storage, the name of the account and its network rules"),
        HttpRequestException or IOException => new(MayBeDone: true, IsPassing: true, "broke off the connection before it answered"),
        OperationCanceledException or TimeoutException => new(MayBeDone: true, IsPassing: true, "did not answer in time"),
        _ => null,
    };

    /// <summary>No connection came about, so nothing of the call left this machine.</summary>
    private static bool IsBeforeSending(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };
}
