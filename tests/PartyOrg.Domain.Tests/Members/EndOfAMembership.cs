using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Tests.Units;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Tests.Members;

/// <summary>REG-49: what the withdrawal of an end finds of organizations and of what was recorded since.</summary>
public class EndOfAMembership
{
    private static readonly Ids Ids = new(new Clock(new Noon()));
    private static readonly Instant Now = Instant.FromUtc(2024, 5, 15, 4, 0);
    private static readonly Instant Later = Now + Duration.FromMinutes(1);
    private static readonly LocalDate Begin = new(2023, 1, 1);
    private static readonly LocalDate LastDay = new(2024, 5, 12);
    private readonly Organization here = Branch("HERE");
    private readonly Organization there = Branch("THERE");
    private readonly Person person = Person.Register(PersonName.Of("王伟").Value, new([1], [2], "1***", Sex.Male, new(1980, 1, 1)), null, Ids);

    public EndOfAMembership()
    {
        person.BecomeMember(Standing.Formal, false, false, Begin, Ids, Now - Duration.FromDays(400)).Succeeded.Should().BeTrue();
        person.Join(here, Belonging.Relation, Begin, Ids, Now - Duration.FromDays(400)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public void What_would_have_begun_after_the_last_day_never_begins_and_comes_back_with_the_withdrawal()
    {
        person.Join(there, Belonging.Enrolment, new(2024, 6, 1), Ids, Now - Duration.FromDays(1)).Succeeded.Should().BeTrue();
        End();
        Belongings().Should().Equal("HERE 2023-01-01 2024-05-12");
        person.WithdrawMembershipEnd(_ => null, Ids, Later).Value.Should().Be(Now);
        Belongings().Should().Equal("HERE 2023-01-01 ", "THERE 2024-06-01 ");
    }

    [Fact]
    public void An_organization_that_was_revoked_since_is_belonged_to_until_its_last_day()
    {
        End();
        person.WithdrawMembershipEnd(o => o == here.Id ? new LocalDate(2024, 5, 13) : null, Ids, Later).Succeeded.Should().BeTrue();
        Belongings().Should().Equal("HERE 2023-01-01 2024-05-13");
    }

    [Fact]
    public void A_belonging_that_was_ended_earlier_since_stays_as_it_was_corrected()
    {
        End();
        var ended = person.Affiliations.Single(a => a.VoidedAt is null);
        person.Leave(ended.Id, new(2024, 4, 30), _ => null, Ids, Later).Succeeded.Should().BeTrue();
        person.WithdrawMembershipEnd(_ => null, Ids, Later).Succeeded.Should().BeTrue();
        Belongings().Should().Equal("HERE 2023-01-01 2024-04-30");
    }

    [Fact]
    public void A_standing_before_the_one_that_ended_stays()
    {
        person.BecomeMember(Standing.Probationary, false, false, new(2024, 5, 12), Ids, Now - Duration.FromDays(1)).Succeeded.Should().BeTrue();
        person.EndMembership(new(2024, 5, 11), MembershipEnd.Died, Ids, Now).ShouldBreak("REG-49");
        End();
        person.Memberships.Where(m => m.VoidedAt is null).Select(m => (m.From, m.To, m.EndedBy)).Should().Equal((Begin, new LocalDate(2024, 5, 11), null), (LastDay, LastDay, MembershipEnd.Withdrew));
    }

    [Fact]
    public void A_corrected_standing_ends_what_stood_before_on_the_day_before_it()
    {
        person.BecomeMember(Standing.Probationary, false, false, new(2024, 5, 12), Ids, Now - Duration.FromDays(1)).Succeeded.Should().BeTrue();
        Correct(Standing.Probationary, Begin).ShouldBreak("REG-1");
        foreach (var (from, before) in new[] { (new LocalDate(2024, 5, 10), new LocalDate(2024, 5, 9)), (new(2024, 5, 14), new(2024, 5, 13)), (new(2023, 1, 2), Begin) })
        {
            Correct(Standing.Probationary, from).Succeeded.Should().BeTrue();
            person.Memberships.Where(m => m.VoidedAt is null).OrderBy(m => m.From).Select(m => (m.Standing, m.From, m.To)).Should().Equal((Standing.Formal, Begin, before), (Standing.Probationary, from, null));
        }

        person.ClearEvents();
        Correct(Standing.Probationary, new(2023, 1, 2)).Succeeded.Should().BeTrue();
        person.Events.Should().BeEmpty("the same again says nothing");
    }

    [Fact]
    public void The_first_standing_is_corrected_to_any_day_and_after_an_end_to_a_later_one()
    {
        Correct(Standing.Formal, new(2020, 1, 1)).Succeeded.Should().BeTrue();
        End();
        Correct(Standing.Formal, new(2024, 5, 13)).ShouldBreak("REG-49");
        person.BecomeMember(Standing.Probationary, false, false, new(2024, 5, 15), Ids, Later).Succeeded.Should().BeTrue();
        Correct(Standing.Formal, LastDay).ShouldBreak("REG-49");
        Correct(Standing.Formal, LastDay.PlusDays(1)).Succeeded.Should().BeTrue();
        person.Memberships.Where(m => m.VoidedAt is null).OrderBy(m => m.From).Select(m => (m.From, m.To)).Should().Equal((new(2020, 1, 1), LastDay), (LastDay.PlusDays(1), null));
    }

    private Results.Result<Results.Done> Correct(Standing standing, LocalDate from) => person.CorrectStanding(standing, false, false, from, Ids, Later);

    private void End() => person.EndMembership(LastDay, MembershipEnd.Withdrew, Ids, Now).Succeeded.Should().BeTrue();

    private IEnumerable<string> Belongings() => person.Affiliations.Where(a => a.VoidedAt is null).OrderBy(a => a.From).Select(a => $"{(a.OrganizationId == here.Id ? "HERE" : "THERE")} {a.From:uuuu-MM-dd} {a.To:uuuu-MM-dd}");

    private static Organization Branch(string code)
    {
        var town = Found("TOWN", OrganizationType.PartyCommittee, JurisdictionLevel.Town, null);
        return Found(code, OrganizationType.Branch, null, town);
    }

    private static Organization Found(string code, OrganizationType type, JurisdictionLevel? level, Organization? superior) =>
        Organization.Found(new(OrganizationCode.Of(code).Value, OrganizationName.Of("Branch").Value, type, level, null, Begin), superior, TreePosition.At(superior?.Path ?? "", 0), Ids, Now).Value;

    private sealed class Noon : IClock
    {
        public Instant GetCurrentInstant() => Now;
    }
}
