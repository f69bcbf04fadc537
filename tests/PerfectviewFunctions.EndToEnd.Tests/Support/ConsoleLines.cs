using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using PerfectviewFunctions.LocalHost.Hosting;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>What a local host would write to its console.</summary>
internal sealed class ConsoleLines : ILoggerProvider
{
    private readonly LineConsoleFormatter formatter = new(TimeProvider.System);
    private readonly ConcurrentQueue<string> entries = new();

    public string Text => string.Concat(entries);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConsoleLines console) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var writer = new StringWriter();
            console.formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), null, writer);
            console.entries.Enqueue(writer.ToString());
        }
    }
}
