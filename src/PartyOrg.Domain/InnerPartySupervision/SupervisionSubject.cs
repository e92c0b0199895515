using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.InnerPartySupervision;

/// <summary>The six subjects of supervision over members, above all leading cadres (TWS-9.1).</summary>
public enum SupervisionSubject
{
    /// <summary>The Party constitution and rules observed, the central authority upheld, the line, policies and the superior's resolutions carried out.</summary>
    PartyRules,

    /// <summary>The state's constitution and laws observed, administration by law.</summary>
    StateLaw,

    /// <summary>Democratic centralism.</summary>
    DemocraticCentralism,

    /// <summary>Members' rights protected.</summary>
    MembersRights,

    /// <summary>Close ties with the masses, their interests served.</summary>
    TiesWithMasses,

    /// <summary>Integrity and clean conduct.</summary>
    Integrity,
}

/// <summary>The subjects that a check, talk or case names (TWS-9.1).</summary>
public static class SupervisionSubjects
{
    /// <summary>None was named, or one twice (TWS-9.1).</summary>
    public static Error NotNamed { get; } = Error.RuleBroken("TWS-9.1", "supervision-subjects",
        "Every check, talk, report and case names which of the six subjects of supervision it looked at, each once and at least one. Name them.", "每次检查、谈话、述职和案件都须注明所涉及的监督内容（六项中至少一项，不得重复）。请填写。") with { Pointer = "/subjects" };

    /// <summary>What is wrong with the list; none when each is named once and there is one.</summary>
    public static Error? FaultIn(IReadOnlyList<SupervisionSubject> subjects) => subjects.Count > 0 && subjects.Distinct().Count() == subjects.Count ? null : NotNamed;

    /// <summary>The kind of evidence that somebody looked at the subject.</summary>
    public static string Evidence(this SupervisionSubject subject) => subject switch
    {
        SupervisionSubject.PartyRules => "supervisionOfPartyRules",
        SupervisionSubject.StateLaw => "supervisionOfStateLaw",
        SupervisionSubject.DemocraticCentralism => "supervisionOfDemocraticCentralism",
        SupervisionSubject.MembersRights => "supervisionOfMembersRights",
        SupervisionSubject.TiesWithMasses => "supervisionOfTiesWithMasses",
        _ => "supervisionOfIntegrity",
    };
}
