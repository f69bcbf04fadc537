using PerfectviewFunctions.Sandbox;

return await SandboxProgram.RunAsync(args, Console.Out);
