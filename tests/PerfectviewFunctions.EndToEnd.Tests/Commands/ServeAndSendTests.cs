using System.Text.Json.Nodes;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Commands;

/// <summary>What somebody who cloned the repository does first: start it, send the samples, stop it, start it again.</summary>
public sealed class ServeAndSendTests
{
    [UnixFact]
    public async Task Samples_stand_in_the_books_and_are_still_there_after_a_restart()
    {
        await using var user = new UserFolder();
        var samples = user.CopySamples();
        var relationEvents = user.EventTypesIn(samples).Count(type => type.StartsWith("relation.", StringComparison.Ordinal));

        // Without its timer: where that is at work when a sample comes, the sample is accepted, and booked a moment later.
        var host = await user.ServeAsync("--Timer=false");
        Assert.NotEqual(0, host.Address.Port);
        Assert.Equal("healthy", (await user.GetAsync(new Uri(host.Address, "/api/health")))["status"]!.GetValue<string>());

        var (exitCode, output) = await user.RunAsync(Send(host, samples));
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("\"accepted\"", output, StringComparison.Ordinal);
        var booked = await MutationsAsync(user, host);
        var invoices = await InvoicesAsync(user, host, host.AdminKey);
        Assert.NotEmpty(booked);
        Assert.Equal(booked.Select(NumberAndTotal), invoices.Select(NumberAndTotal));
        Assert.All(invoices, invoice => Assert.Equal("booked", invoice["state"]!.GetValue<string>()));
        Assert.Equal((invoices.Count, relationEvents), (Outcomes(output, "booked"), Outcomes(output, "updated")));
        var relations = await RelationsAsync(user, host);
        Assert.Equal(relations.Count, relations.Select(relation => relation["code"]!.GetValue<string>()).Distinct().Count());
        var settings = await user.GetAsync(new Uri(host.Address, "/api/tenants/demo/settings"), host.AdminKey);
        Assert.True(settings["paymentsOn"]!.GetValue<bool>());
        Assert.Equal(CallbacksOf(host), new Uri(settings["callbackAddress"]!.GetValue<string>()));
        Assert.Equal(401, await UnsignedCallbackAsync(host));

        Assert.Equal(0, await host.Process.TerminateAsync());
        var again = await user.ServeAsync();
        Assert.Equal("as printed at the first start", again.AdminKey);
        Assert.Equal(401, await UnsignedCallbackAsync(again));
        Assert.Equal(invoices.Select(NumberAndTotal), (await InvoicesAsync(user, again, host.AdminKey)).Select(NumberAndTotal));
        Assert.Equal(booked.Select(NumberAndTotal), (await MutationsAsync(user, again)).Select(NumberAndTotal));

        (exitCode, output) = await user.RunAsync(Send(again, samples));
        Assert.True(exitCode == 0, output);
        Assert.Equal(invoices.Count + relationEvents, Outcomes(output, "duplicate"));
        Assert.Equal(booked.Count, (await MutationsAsync(user, again)).Count);
        Assert.Equal(relations.Select(relation => relation.ToJsonString()), (await RelationsAsync(user, again)).Select(relation => relation.ToJsonString()));
        Assert.Equal(0, await again.Process.InterruptAsync());
    }

    [UnixFact]
    public async Task Dotnet_run_finds_files_and_data_where_the_user_stands()
    {
        await using var user = new UserFolder();
        var samples = user.CopySamples();
        var host = await user.ServeAsync();

        var (exitCode, output) = await user.DotnetRunAsync(Send(host, samples));

        Assert.True(exitCode == 0, output);
        Assert.NotEmpty(await MutationsAsync(user, host));
    }

    /// <summary>The printed command, with the files that a shell would put into it.</summary>
    private static IEnumerable<string> Send(ServingHost host, IReadOnlyList<string> samples) =>
        host.SendCommand.Split(' ').SelectMany(word => word == "samples/*.json" ? samples : [word]);

    private static async Task<IReadOnlyList<JsonNode>> InvoicesAsync(UserFolder user, ServingHost host, string adminKey) =>
        InOrder((await user.GetAsync(new Uri(host.Address, "/api/tenants/demo/invoices"), adminKey))["invoices"]!, "number");

    private static async Task<IReadOnlyList<JsonNode>> MutationsAsync(UserFolder user, ServingHost host) =>
        InOrder(await BooksAsync(user, host, "mutations"), "invoiceNumber");

    private static async Task<IReadOnlyList<JsonNode>> RelationsAsync(UserFolder user, ServingHost host) =>
        InOrder(await BooksAsync(user, host, "relations"), "code");

    /// <summary>What the first administration of the sandbox holds.</summary>
    private static async Task<JsonNode> BooksAsync(UserFolder user, ServingHost host, string what)
    {
        var administrations = await user.GetAsync(new Uri(host.Sandbox, "/sandbox/administrations"));
        var name = administrations[0]!["name"]!.GetValue<string>();
        return await user.GetAsync(new Uri(host.Sandbox, $"/sandbox/administrations/{Uri.EscapeDataString(name)}/{what}"));
    }

    /// <summary>Where the Perfectview beside the books takes messages about payments.</summary>
    private static Uri CallbacksOf(ServingHost host) => new(host.Sandbox, "/perfectview/callbacks");

    /// <summary>How a message without a signature is answered: 401 only by a receiver that knows what to check it with.</summary>
    private static async Task<int> UnsignedCallbackAsync(ServingHost host)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsync(CallbacksOf(host), new StringContent("{}"));
        return (int)answer.StatusCode;
    }

    /// <summary>How many events ended so, by what was printed.</summary>
    private static int Outcomes(string output, string outcome) => output.Split($"\"outcome\": \"{outcome}\"").Length - 1;

    private static IReadOnlyList<JsonNode> InOrder(JsonNode list, string by) =>
        [.. list.AsArray().Select(item => item!).OrderBy(item => item[by]!.GetValue<string>(), StringComparer.Ordinal)];

    private static (string Number, decimal Total) NumberAndTotal(JsonNode item) =>
        ((item["invoiceNumber"] ?? item["number"])!.GetValue<string>(), item["total"]!.GetValue<decimal>());
}
