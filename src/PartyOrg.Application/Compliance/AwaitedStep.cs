using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Compliance;

/// <summary>Finds what of a procedure waits for one person by the part that he has in it, and not by a role. Every procedure with such parts has one; they are found by themselves.</summary>
internal interface IAwaitsPersons
{
    /// <summary>The steps that wait for him.</summary>
    Task<IEnumerable<AwaitedStep>> Of(AwaitedPerson who, CancellationToken cancellation);
}

/// <summary>Who is asked for.</summary>
/// <param name="Id">The person.</param>
/// <param name="Organizations">Where he belongs, holds a post or a role: what a step of his in their things is looked for in.</param>
/// <param name="Days">The days that are looked at.</param>
/// <param name="Today">Today.</param>
internal sealed record AwaitedPerson(Id<Person> Id, IReadOnlyList<Id<Organization>> Organizations, DayRange Days, LocalDate Today);

/// <summary>A step that waits for somebody.</summary>
/// <param name="Procedure">Of which procedure.</param>
/// <param name="Step">The step.</param>
/// <param name="CaseId">The plan, letter, appraisal … in which it is taken.</param>
/// <param name="OrganizationId">Whose case it is.</param>
/// <param name="On">By which day; where none is set, since when it waits.</param>
internal sealed record AwaitedStep(Procedure Procedure, PossibleStep Step, Guid CaseId, Id<Organization> OrganizationId, LocalDate On)
{
    /// <summary>Which item of the case.</summary>
    public int? Item { get; init; }

    /// <summary>What the case, or its item, is called; nothing confidential.</summary>
    public string? Name { get; init; }

    /// <summary>Who sees it in another one's list, over the organization whose case it is; nobody where it is not their business.</summary>
    public Role SeenBy { get; init; }

    /// <summary>The step for which a case waits: the furthest that the holder of the part can take now, since those before it would only be taken anew.</summary>
    public static AwaitedStep Of<TState>(Procedure<TState> procedure, TState state, Part part, Guid caseId, Id<Organization> organization, LocalDate on) where TState : struct, Enum =>
        new(procedure, procedure.NextFor(state, new(Role.None, part))[^1], caseId, organization, on);

    /// <summary>The thing to do.</summary>
    public ThingToDo In(string organizationName) => new(
        ThingToDoKind.StepToTake, On, OrganizationId, organizationName,
        new(new($"{Procedure.Title.En}{(Name is null ? "" : $" ({Name})")}: {Step.Title.En}.", $"{Procedure.Title.Zh}{(Name is null ? "" : $"（{Name}）")}：请{Step.Title.Zh}。"), Step.OperationId, null), null, null,
        new(Procedure.Name, Procedure.Title, CaseId, Item, Name, Step.RuleId));
}
