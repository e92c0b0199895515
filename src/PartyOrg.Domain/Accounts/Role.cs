namespace PartyOrg.Domain.Accounts;

/// <summary>
/// What an account may do, held for an organization from a day to a day: the right reaches that organization's whole subtree.
/// Values are flags so that an operation can name all the roles that may call it.
/// </summary>
[Flags]
public enum Role
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>Party member: sees his organization's meetings and duties, and himself. Derived from belonging.</summary>
    Member = 1 << 0,

    /// <summary>Leader of a Party group. Derived from the post.</summary>
    GroupLeader = 1 << 1,

    /// <summary>Member of a branch committee. Derived from the post.</summary>
    CommitteeMember = 1 << 2,

    /// <summary>Secretary of a branch, or deputy secretary. Derived from the post.</summary>
    BranchSecretary = 1 << 3,

    /// <summary>Officer of a town or street, who keeps the register of its subtree.</summary>
    TownOfficer = 1 << 4,

    /// <summary>Officer of a county or zone.</summary>
    CountyOfficer = 1 << 5,

    /// <summary>Officer of the city.</summary>
    CityOfficer = 1 << 6,

    /// <summary>Party-building instructor. Derived from the post.</summary>
    Instructor = 1 << 7,

    /// <summary>Party-building specialist (党建专干).</summary>
    Specialist = 1 << 8,

    /// <summary>Reads everything in the subtree but personal data in clear, changes nothing.</summary>
    Auditor = 1 << 9,

    /// <summary>Keeps accounts. Sees no business data.</summary>
    SystemAdministrator = 1 << 10,

    /// <summary>Grants and ends roles. Sees no business data.</summary>
    SecurityAdministrator = 1 << 11,

    /// <summary>Reads and verifies the audit. Sees no business data.</summary>
    AuditAdministrator = 1 << 12,

    /// <summary>Another system, with a place in the tree.</summary>
    Service = 1 << 13,

    /// <summary>Committee member for discipline, or the member named for it where there is no committee (TWS-2.2). Derived from the post, beside the other roles that it gives.</summary>
    DisciplineInspector = 1 << 14,

    /// <summary>The officers of town, county and city.</summary>
    Officers = TownOfficer | CountyOfficer | CityOfficer,

    /// <summary>Those who lead a branch or one of its groups.</summary>
    BranchLeaders = BranchSecretary | CommitteeMember | GroupLeader,

    /// <summary>Those who read the records of their subtree.</summary>
    Readers = Officers | BranchLeaders | Instructor | Specialist | Auditor | Service,

    /// <summary>The three administrations that no one person holds together.</summary>
    Administrators = SystemAdministrator | SecurityAdministrator | AuditAdministrator,

    /// <summary>Everyone who is signed in.</summary>
    Anyone = Readers | Member | DisciplineInspector | Administrators,
}
