using System.Text.Json;
using AutoMapper;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;

namespace PartyOrg.Application.Audit;

/// <summary>What one command did.</summary>
/// <param name="Chain">The chain: an organization's id, or 00000000-0000-0000-0000-000000000000 for what belongs to none.</param>
/// <param name="OrganizationName">The organization's name.</param>
/// <param name="Sequence">Its number in the chain: 1, 2, 3 …</param>
/// <param name="At">When the command was carried out.</param>
/// <param name="AccountId">Who gave the command; none for what the system does by itself, and for a sign-in that was refused.</param>
/// <param name="UserName">His user name.</param>
/// <param name="SessionId">In which session.</param>
/// <param name="Operation">The request's name.</param>
/// <param name="Subjects">What it changed: type, id, version and events of each.</param>
/// <param name="Details">The request without secret values. The audit administrator, who sees no business data, gets it of the system's own chain only.</param>
/// <param name="Hash">SHA-256 over the hash before and all of this, in hexadecimal digits.</param>
public sealed record AuditEntryAnswer(
    Guid Chain, string? OrganizationName, long Sequence, Instant At, Id<Account>? AccountId, string? UserName, Id<Session>? SessionId, string Operation,
    JsonElement Subjects, JsonElement? Details, string Hash);

/// <summary>A seal over the chains. Number and hash are what to keep elsewhere.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="At">When it was made.</param>
/// <param name="Chains">How many chains had grown since the seal before.</param>
/// <param name="Hash">SHA-256 over the seal before and these chains' heads, in hexadecimal digits.</param>
public sealed record AuditSealAnswer(long Number, Instant At, int Chains, string Hash) : Answer;

/// <summary>An entry with what its answer says of account and organization, and whether the caller may read its details.</summary>
internal sealed record AuditEntryRow(AuditEntry Entry, string? UserName, string? OrganizationName, bool WithDetails);

/// <summary>From entries and seals to their answers.</summary>
internal sealed class AuditProfile : Profile
{
    public AuditProfile()
    {
        CreateMap<AuditEntryRow, AuditEntryAnswer>()
            .ForCtorParam(nameof(AuditEntryAnswer.Chain), m => m.MapFrom(r => r.Entry.ChainId))
            .ForCtorParam(nameof(AuditEntryAnswer.Sequence), m => m.MapFrom(r => r.Entry.Sequence))
            .ForCtorParam(nameof(AuditEntryAnswer.At), m => m.MapFrom(r => r.Entry.At))
            .ForCtorParam(nameof(AuditEntryAnswer.AccountId), m => m.MapFrom(r => IdOf<Account>(r.Entry.AccountId)))
            .ForCtorParam(nameof(AuditEntryAnswer.SessionId), m => m.MapFrom(r => IdOf<Session>(r.Entry.SessionId)))
            .ForCtorParam(nameof(AuditEntryAnswer.Operation), m => m.MapFrom(r => r.Entry.Operation))
            .ForCtorParam(nameof(AuditEntryAnswer.Subjects), m => m.MapFrom(r => Json(r.Entry.Subjects)))
            .ForCtorParam(nameof(AuditEntryAnswer.Details), m => m.MapFrom(r => r.WithDetails ? Json(r.Entry.Details) : (JsonElement?)null))
            .ForCtorParam(nameof(AuditEntryAnswer.Hash), m => m.MapFrom(r => Hex(r.Entry.Hash)));
        CreateMap<AuditSeal, AuditSealAnswer>()
            .ForCtorParam(nameof(AuditSealAnswer.Chains), m => m.MapFrom(s => s.Heads.Count))
            .ForCtorParam(nameof(AuditSealAnswer.Hash), m => m.MapFrom(s => Hex(s.Hash)))
            .ForMember(a => a.Advices, m => m.Ignore());
    }

    private static Id<T>? IdOf<T>(Guid? value) => value is { } id ? new Id<T>(id) : null;

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
