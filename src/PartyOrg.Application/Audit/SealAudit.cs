using AutoMapper;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Audit;

/// <summary>
/// Seals the audit: hashes the heads of all chains that have grown since the last seal together with it. The product does so every hour by itself; keep
/// the answer's number and hash elsewhere, and give them to the verification.
/// </summary>
[AllowedTo(Role.AuditAdministrator)]
public sealed record SealAudit : ICreate<AuditSealAnswer>;

internal sealed class SealAuditHandler(Sealing sealing, IMapper mapper) : IHandler<SealAudit, AuditSealAnswer>
{
    public async Task<Result<AuditSealAnswer>> Handle(SealAudit request, CancellationToken cancellationToken) =>
        await sealing.Next(cancellationToken) is { } seal ? mapper.Map<AuditSealAnswer>(seal) : AuditErrors.NothingToSeal;
}
