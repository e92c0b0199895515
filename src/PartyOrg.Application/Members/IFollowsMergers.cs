using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>
/// What a system does when two records of one person become one (REG-23), though whoever merges them may read nothing of it. It is found by itself; a test names what is stored with a person in it and is
/// named by nobody here.
/// </summary>
public interface IFollowsMergers
{
    /// <summary>What is stored with a person in it and becomes the survivor's, with what lies inside of it.</summary>
    IReadOnlyList<Type> Passes { get; }

    /// <summary>What is stored with a person in it and stays as it was written.</summary>
    IReadOnlyList<Type> Leaves => [];

    /// <summary>Why the two cannot be merged now; none where nothing stands against it. Asked of all before anything is changed.</summary>
    Task<Error?> Refusal(Id<Person> survivor, Id<Person> duplicate, CancellationToken cancellation) => Task.FromResult<Error?>(null);

    /// <summary>What was the duplicate's becomes the survivor's.</summary>
    Task Pass(PersonMerger merger, CancellationToken cancellation);
}

/// <summary>Two records of one person become one.</summary>
/// <param name="Survivor">The record that stays.</param>
/// <param name="Duplicate">The other one.</param>
/// <param name="Reason">How it is known that they are one person.</param>
public sealed record PersonMerger(Id<Person> Survivor, Id<Person> Duplicate, string Reason);
