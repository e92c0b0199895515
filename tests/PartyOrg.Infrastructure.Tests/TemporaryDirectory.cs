namespace PartyOrg.Infrastructure.Tests;

/// <summary>A directory that is gone when the test ends.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("partyorg-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
