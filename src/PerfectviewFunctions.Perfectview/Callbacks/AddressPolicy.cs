using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Settings;

namespace PerfectviewFunctions.Perfectview.Callbacks;

/// <summary>Where this deployment sends to. Pure.</summary>
/// <param name="AllowPrivate">Into private networks too.</param>
/// <param name="AllowLoopback">To this machine too, and there without TLS.</param>
internal sealed record AddressPolicy(bool AllowPrivate, bool AllowLoopback)
{
    public static AddressPolicy Of(CallbackOptions callbacks, SettingsOptions settings) =>
        new(callbacks.AllowPrivateAddresses, settings.LocalCallbacks);

    /// <summary>What to send to; null when that is not allowed whatever its name resolves to.</summary>
    public Uri? TargetOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var target)
        && target.Host.Length > 0
        && target.UserInfo.Length == 0
        && (target.Scheme == Uri.UriSchemeHttps || (AllowLoopback && target.Scheme == Uri.UriSchemeHttp && target.IsLoopback))
            ? target
            : null;

    /// <param name="isSecure">Whether TLS comes on top. Without it nothing leaves this machine, not even when localhost resolves to another.</param>
    public bool Allows(AddressKind kind, bool isSecure) => kind switch
    {
        AddressKind.Loopback => AllowLoopback,
        AddressKind.Private => isSecure && AllowPrivate,
        AddressKind.Public => isSecure,
        _ => false,
    };
}
