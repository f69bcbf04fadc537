using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

/// <summary>
/// Announcers and sweeps of several hosts, whose store calls are let through one at a time in random order, with time passing in between.
/// Assumed of an announcer is only that it has stored its event within 4 minutes; a sweep may take as long as it likes.
/// </summary>
public sealed class DueRowsInterleavings
{
    private static readonly TenantId Tenant = TenantId.Parse("demo");
    private static readonly TimeSpan AnnouncerTakes = TimeSpan.FromMinutes(4) - TimeSpan.FromTicks(1);

    /// <remarks>On a thread of the pool, where whoever is let on runs at once until its next stop.</remarks>
    [Fact]
    public Task No_open_event_is_ever_without_a_due_row() => Task.Run(async () =>
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            await new Run(seed).PlayAsync();
        }
    });

    private sealed class Run
    {
        private readonly Random random;
        private readonly int seed;
        private readonly InMemoryRowStore store = new();
        private readonly ManualTimeProvider clock = new();
        private readonly DueRows due;
        private readonly List<DateTimeOffset> open = [];
        private readonly List<Actor> actors = [];
        private readonly List<string> story = [];
        private readonly AsyncLocal<Actor?> current = new();

        public Run(int seed)
        {
            this.seed = seed;
            random = new Random(seed);
            due = new DueRows(store, clock);
            store.Before = _ => current.Value?.WaitAsync() ?? Task.CompletedTask;
        }

        private DateTimeOffset Now => clock.GetUtcNow();

        public async Task PlayAsync()
        {
            for (var step = 0; step < 60; step++)
            {
                switch (random.Next(8))
                {
                    case 0:
                        Start("announces", AnnounceAsync, Now + AnnouncerTakes);
                        break;
                    case 1:
                        Start("sweeps", SweepAsync, DateTimeOffset.MaxValue);
                        break;
                    case 2:
                        Finish();
                        break;
                    case 3 or 4:
                        Pass(TimeSpan.FromSeconds(random.Next(150)));
                        break;
                    default:
                        LetOneOn(actors);
                        break;
                }

                await CheckAsync();
            }

            while (actors.Count > 0)
            {
                LetOneOn(actors);
                await CheckAsync();
            }
        }

        private async Task AnnounceAsync(Actor self)
        {
            var at = random.Next(3) == 0 ? Now + TimeSpan.FromMinutes(random.Next(20)) : Now;
            await due.AnnounceAsync(Tenant, at, default);
            await self.WaitAsync();
            open.Add(at);
        }

        private async Task SweepAsync(Actor self)
        {
            await foreach (var row in due.DueAsync(default))
            {
                var askedAt = Now;
                await self.WaitAsync();
                DateTimeOffset? next = open.Count > 0 ? open.Min() : null;
                await self.WaitAsync();
                await due.SettleAsync(row, askedAt, next, default);
            }
        }

        private void Finish()
        {
            if (open.FindIndex(at => at <= Now) is >= 0 and var done)
            {
                story.Add("an event is done");
                open.RemoveAt(done);
            }
        }

        /// <summary>Time passes, but no announcer is held up for longer than it may be.</summary>
        private void Pass(TimeSpan by)
        {
            while (actors.Where(actor => actor.Until < Now + by).ToList() is { Count: > 0 } late)
            {
                LetOneOn(late);
            }

            story.Add($"{by} pass");
            clock.Advance(by);
        }

        private void Start(string what, Func<Actor, Task> act, DateTimeOffset until)
        {
            var actor = new Actor($"{what} {story.Count}", until);
            actors.Add(actor);
            story.Add($"{actor.Name} begins");
            current.Value = actor;
            actor.Work = act(actor);
            current.Value = null;
            Clean();
        }

        private void LetOneOn(List<Actor> among)
        {
            if (among.Count > 0)
            {
                var actor = among[random.Next(among.Count)];
                story.Add($"{actor.Name} goes on");
                actor.GoOn();
                Clean();
            }
        }

        private void Clean()
        {
            foreach (var done in actors.Where(actor => actor.Work.IsCompleted).ToList())
            {
                done.Work.GetAwaiter().GetResult();
                actors.Remove(done);
            }
        }

        private async Task CheckAsync()
        {
            var row = await store.GetAsync(Partition.Due, Tenant.Value, default);
            if (open.Count > 0 && (row is null || row.Values.Instant("at") > Later(open.Min(), Now)))
            {
                Assert.Fail($"Seed {seed}: an event due at {open.Min():T} is forgotten at {Now:T}: {string.Join("; ", story)}.");
            }
        }

        private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
    }

    /// <summary>Somebody who stops before each of its steps until it is let on.</summary>
    private sealed class Actor(string name, DateTimeOffset until)
    {
        private TaskCompletionSource? gate;

        public string Name => name;

        public DateTimeOffset Until => until;

        public Task Work { get; set; } = Task.CompletedTask;

        public Task WaitAsync() => (gate = new TaskCompletionSource()).Task;

        public void GoOn() => gate?.SetResult();
    }
}
