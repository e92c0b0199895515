using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.Accounts;

namespace PartyOrg.Infrastructure.Persistence.Mappings.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    private const int HashLength = 400;
    private const int SealedLength = 200;

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Ignore(a => a.Events);
        account.Property(a => a.UserName).HasMaxLength(UserName.MaxLength);
        account.Property(a => a.DisplayName).HasMaxLength(DisplayName.MaxLength);
        account.Property(a => a.PasswordHash).HasMaxLength(HashLength);
        account.Property(a => a.SecondFactorSecret).HasMaxLength(SealedLength);
        account.Property(a => a.InvitationHash).HasMaxLength(OneTimeSecret.HashLength);
        account.HasIndex(a => a.UserName).IsUnique();
        account.HasIndex(a => a.InvitationHash).IsUnique();
        account.HasIndex(a => a.PersonId);
        account.HasMany(a => a.RoleAssignments).WithOne().HasForeignKey(r => r.AccountId);
    }
}

internal sealed class RoleAssignmentMapping : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> role)
    {
        role.ToTable("RoleAssignments").Ignore(r => r.Days);
        role.HasIndex(r => r.AccountId);
        role.HasIndex(r => r.OrganizationId);
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.Property(s => s.Client).HasMaxLength(Session.ClientLength);
        session.HasIndex(s => s.AccountId);
    }
}

internal sealed class RefreshTokenMapping : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> token)
    {
        token.ToTable("RefreshTokens");
        token.HasKey(t => t.Hash);
        token.Property(t => t.Hash).HasMaxLength(OneTimeSecret.HashLength);
        token.Property(t => t.Child).HasMaxLength(200);
        token.Property(t => t.UsedAt).IsConcurrencyToken();
        token.HasIndex(t => t.SessionId);
    }
}
