using System.Text;
using System.Text.Json.Nodes;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.Tests.ThreeMeetingsAndOneLesson;

public class ActivityKindFiles
{
    private const string Good = """
        {
          "kind": "volunteering", "title": { "en": "Volunteering", "zh": "志愿服务" }, "evidence": "generalMeeting",
          "heldBy": { "rule": "TWS-3.5", "types": ["branch"] }, "expected": "allWhoBelong", "recordedBy": ["groupLeader"], "minutesConfirmed": false,
          "agenda": { "rule": "TWS-3.1b", "classes": [{ "class": "service", "label": { "en": "service", "zh": "服务" } }] },
          "details": { "rule": "TWS-3.5", "fields": [{ "field": "hours", "title": { "en": "hours", "zh": "学时" }, "is": "number", "least": 0.5, "most": 24, "decimals": 2 }] }
        }
        """;

    [Fact]
    public void The_product_comes_with_three_meetings_and_one_lesson() =>
        ActivityKinds.Embedded.All.Where(k => k.HolderRule.StartsWith("TWS-3.", StringComparison.Ordinal)).Select(k => (k.Name, k.Evidence, k.HolderRule, k.Expected)).Should().Equal(
            ("committeeMeeting", "committeeMeeting", "TWS-3.2", WhoIsExpected.Committee), ("generalMeeting", "generalMeeting", "TWS-3.3", WhoIsExpected.AllWhoBelong),
            ("partyClass", "partyClass", "TWS-3.4", WhoIsExpected.AllWhoBelong), ("partyGroupMeeting", "partyGroupMeeting", "TWS-3.1", WhoIsExpected.GroupMembers));

    [Fact]
    public void Every_kind_that_a_rule_counts_can_be_held_by_everyone_whom_the_rule_binds()
    {
        foreach (var kind in ActivityKinds.Embedded.All)
        {
            var rule = RuleCatalog.Embedded.Rule(kind.HolderRule);
            var bound = rule.Versions[0].Check!.Of;
            bound.Should().NotBeEmpty();
            kind.HeldBy.Select(t => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(t.ToString())).Should().Contain(bound, kind.Name);
        }
    }

    [Fact]
    public void Only_the_leader_of_a_group_records_alone_and_only_the_group_s_meetings() =>
        ActivityKinds.Embedded.All.Where(k => k.RecordedBy.HasFlag(Role.GroupLeader)).Select(k => k.Name).Should().Equal("partyGroupMeeting");

    [Fact]
    public void A_new_kind_is_one_file()
    {
        var kind = ActivityKindReader.Read("volunteering.json", Encoding.UTF8.GetBytes(Good)).Value;
        var kinds = ActivityKinds.Of([.. ActivityKinds.Embedded.All, kind], RuleCatalog.Embedded).Value;
        var group = new Branch { Caller = Role.GroupLeader };
        var record = group.General() with { Kinds = ["volunteering"], Agenda = [new("Clean the park", "service")], Details = new Dictionary<string, string> { ["hours"] = "3" } };

        record.FaultsAgainst(kinds).Should().BeEmpty();
        var meeting = Meeting.RecordHeld(group.On(Branch.Yesterday), record, group.Roll(), kinds, group.Ids, group.Clock).Value;
        meeting.Events.OfType<EvidenceGained>().Select(e => e.Kind).Should().Equal("generalMeeting");
        meeting.ConfirmMinutes(group.Secretary, kinds, group.Now).Errors.Select(e => e.Code).Should().Equal("minutes-not-confirmed-at-all");
    }

    [Theory]
    [InlineData("""{ "kind": "other" }""", "rule-file-wrong-name", "/kind")]
    [InlineData("""{ "colour": "red" }""", "rule-file-unknown-key", "/colour")]
    [InlineData("""{ "title": null }""", "rule-file-missing-key", "/title")]
    [InlineData("""{ "expected": "everybody" }""", "rule-file-bad-value", "/expected")]
    [InlineData("""{ "recordedBy": [] }""", "rule-file-bad-value", "/recordedBy")]
    [InlineData("""{ "recordedBy": ["townOfficer"] }""", "rule-file-bad-value", "/recordedBy")]
    [InlineData("""{ "recordedBy": ["groupLeader", "auditor"] }""", "rule-file-bad-value", "/recordedBy")]
    [InlineData("""{ "minutesConfirmed": "yes" }""", "rule-file-bad-value", "/minutesConfirmed")]
    [InlineData("""{ "heldBy": { "rule": "TWS-3.5", "types": [] } }""", "rule-file-bad-value", "/heldBy/types")]
    [InlineData("""{ "heldBy": { "rule": "TWS-3.5", "types": ["branch", "club"] } }""", "rule-file-bad-value", "/heldBy/types/1")]
    [InlineData("""{ "agenda": { "rule": "TWS-3.1b", "classes": [{ "class": "a", "label": { "en": "a", "zh": "甲" } }, { "class": "a", "label": { "en": "a", "zh": "甲" } }] } }""", "rule-file-duplicate", "/agenda/classes")]
    [InlineData("""{ "details": { "rule": "TWS-3.5", "fields": [{ "field": "f", "title": { "en": "f", "zh": "字" }, "is": "date", "most": 1 }] } }""", "rule-file-bad-value", "/details/fields/0/is")]
    [InlineData("""{ "details": { "rule": "TWS-3.5", "fields": [{ "field": "f", "title": { "en": "f", "zh": "字" }, "is": "text", "most": 1, "least": 1 }] } }""", "rule-file-bad-value", "/details/fields/0")]
    [InlineData("""{ "details": { "rule": "TWS-3.5", "fields": [{ "field": "f", "title": { "en": "f", "zh": "字" }, "is": "number", "least": 2, "most": 1 }] } }""", "rule-file-bad-value", "/details/fields/0/most")]
    [InlineData("""{ "details": { "rule": "TWS-3.5", "fields": [{ "field": "f", "title": { "en": "f", "zh": "字" }, "is": "number", "most": 1, "decimals": 5 }] } }""", "rule-file-bad-value", "/details/fields/0/decimals")]
    [InlineData("""{ "details": { "rule": "TWS-3.5", "fields": [{ "field": "f", "title": { "en": "f", "zh": "字" }, "is": "number", "most": "1" }] } }""", "rule-file-bad-value", "/details/fields/0/most")]
    public void A_fault_in_a_file_is_named_with_its_place(string change, string code, string pointer)
    {
        var file = JsonNode.Parse(Good)!.AsObject();
        foreach (var (key, value) in JsonNode.Parse(change)!.AsObject().ToList())
        {
            file.Remove(key);
            if (value is not null) file[key] = value.DeepClone();
        }

        ActivityKindReader.Read("volunteering.json", Encoding.UTF8.GetBytes(file.ToJsonString())).Errors.Should().Contain(e => e.Code == code && e.Pointer == pointer);
    }

    [Fact]
    public void Kinds_that_contradict_one_another_are_refused_together()
    {
        var kind = ActivityKindReader.Read("volunteering.json", Encoding.UTF8.GetBytes(Good)).Value;
        Codes(kind, kind).Should().Equal("activity-kinds-twice");
        Codes(kind with { HolderRule = "TWS-99" }).Should().Equal("activity-kinds-unknown-rule");
        Codes(kind with { Evidence = "picnic" }).Should().Equal("activity-kinds-unknown-evidence");
        Codes(kind, kind with { Name = "b", Details = [kind.Details[0] with { Most = 12 }] }).Should().Equal("activity-kinds-field-differs");
        Codes(kind, kind with { Name = "b", AgendaClasses = [new("service", new("help", "帮助"))] }).Should().Equal("activity-kinds-class-differs");
    }

    [Fact]
    public void A_contradiction_names_the_file_the_key_and_the_other_kind()
    {
        var kind = ActivityKindReader.Read("volunteering.json", Encoding.UTF8.GetBytes(Good)).Value;
        Error OfTwo(ActivityKind later) => ActivityKinds.Of([kind, later with { Name = "picnic" }], RuleCatalog.Embedded).Errors.Should().ContainSingle().Which;

        foreach (var told in new[] { OfTwo(kind with { Details = [kind.Details[0] with { Most = 12 }] }), OfTwo(kind with { AgendaClasses = [kind.AgendaClasses[0] with { Evidence = "partyClass" }] }) })
        {
            told.Message.En.Should().StartWith("ActivityKinds/picnic.json, " + told.Pointer!["/picnic".Length..]).And.Contain("the kind volunteering declares").And.NotContain("labels");
            told.Message.Zh.Should().Contain("类别 volunteering ");
        }
    }

    private static IEnumerable<string> Codes(params ActivityKind[] kinds) => ActivityKinds.Of(kinds, RuleCatalog.Embedded).Errors.Select(e => e.Code);
}
