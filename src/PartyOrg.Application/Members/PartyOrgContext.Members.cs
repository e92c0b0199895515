using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Registered persons.</summary>
    public DbSet<Person> Persons => Set<Person>();

    /// <summary>Memberships of the Party.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Who belongs to which organization.</summary>
    public DbSet<Affiliation> Affiliations => Set<Affiliation>();

    /// <summary>Who works in which unit.</summary>
    public DbSet<Workplace> Workplaces => Set<Workplace>();

    /// <summary>What persons were called.</summary>
    public DbSet<PersonFormerName> PersonFormerNames => Set<PersonFormerName>();

    /// <summary>Transfers of relations.</summary>
    public DbSet<Transfer> Transfers => Set<Transfer>();
}
