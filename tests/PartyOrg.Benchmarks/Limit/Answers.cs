using System.Text.Json.Serialization;

namespace PartyOrg.Benchmarks.Limit;

internal sealed record MemberAnswer(
    Guid Id, string Name, string NameKey, string Sex, DateOnly BornOn, DateOnly JoinedOn, string Standing, Guid OrganizationId, string OrganizationName, Guid? GroupId, int Version);

internal sealed record MemberLine(Guid Id, string Name, string NameKey, string Sex, DateOnly JoinedOn, Guid OrganizationId);

internal sealed record MemberPage(List<MemberLine> Items, string? Next);

internal sealed record AttendanceLine(Guid PersonId, string Status);

internal sealed record NewMeeting(Guid OrganizationId, string Kind, DateOnly HeldOn, string Place, Guid ChairId, AttendanceLine[] Attendances);

internal sealed record MeetingAnswer(Guid Id, Guid OrganizationId, string Kind, DateOnly HeldOn, string Place, Guid ChairId, List<AttendanceLine> Attendances);

internal sealed record RecordedAnswer(Guid Id);

internal sealed record DutyLine(Guid SubjectId, string RuleId, DateOnly From, DateOnly To, string Status, DateOnly? MetOn, List<Guid> Evidence);

internal sealed record DutiesAnswer(Guid OrganizationId, DateOnly AsOf, List<DutyLine> Items);

internal sealed record RuleCounts(string RuleId, int Met, int Overdue, int Due, int Upcoming, int NotApplicable);

internal sealed record ComplianceAnswer(Guid OrganizationId, DateOnly AsOf, List<RuleCounts> Rules);

internal sealed record ImportAnswer(int Members);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MemberAnswer))]
[JsonSerializable(typeof(MemberPage))]
[JsonSerializable(typeof(NewMeeting))]
[JsonSerializable(typeof(MeetingAnswer))]
[JsonSerializable(typeof(RecordedAnswer))]
[JsonSerializable(typeof(DutiesAnswer))]
[JsonSerializable(typeof(ComplianceAnswer))]
[JsonSerializable(typeof(ImportAnswer))]
internal sealed partial class AnswersContext : JsonSerializerContext;
