using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Chaos.Planning;
using PerfectviewFunctions.LocalHost.Setup;

namespace PerfectviewFunctions.Chaos.Running;

/// <summary>A bookkeeper who has tried again whatever is held back: what the books refused on a whim, they take now.</summary>
internal sealed class Person(Plan plan, Stage stage, Fleet fleet, Figures figures)
{
    public async Task RetryAsync()
    {
        if (fleet.AddressFrom(0) is not { } host)
        {
            return;
        }

        using var api = OperatorClient.Create(host, stage.AdminKey);
        try
        {
            await RetryAsync(api);
        }
        catch (HttpRequestException)
        {
            figures.Add("retries by a person without an answer"); // he comes again
        }
    }

    private async Task RetryAsync(HttpClient api)
    {
        foreach (var tenant in plan.Tenants)
        {
            var invoices = await ListAsync(api, $"api/tenants/{tenant.Name}/held-back?limit=100", "invoices", "number");
            if (invoices.Count > 0)
            {
                await RetryAsync(api, $"api/tenants/{tenant.Name}/retry", new JsonObject { ["numbers"] = new JsonArray([.. invoices]) });
                figures.Add("invoices retried by a person", invoices.Count);
            }

            foreach (var relation in await ListAsync(api, $"api/tenants/{tenant.Name}/relations?held=true&limit=100", "relations", "id"))
            {
                await RetryAsync(api, $"api/tenants/{tenant.Name}/relations/{relation}/retry", []);
                figures.Add("relations retried by a person");
            }
        }
    }

    private static async Task<IReadOnlyList<string>> ListAsync(HttpClient api, string address, string list, string name)
    {
        using var answer = await api.GetAsync(new Uri(address, UriKind.Relative));
        return answer.IsSuccessStatusCode
            ? [.. (await answer.Content.ReadFromJsonAsync<JsonNode>())![list]!.AsArray().Select(row => row![name]!.GetValue<string>())]
            : [];
    }

    private async Task RetryAsync(HttpClient api, string address, JsonObject body)
    {
        using var answer = await api.PostAsJsonAsync(new Uri(address, UriKind.Relative), body);
        if (!answer.IsSuccessStatusCode)
        {
            figures.Add($"retries by a person answered {(int)answer.StatusCode}");
        }
    }
}
