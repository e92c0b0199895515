using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Tests.Units;
using PartyOrg.Domain.Units;

namespace PartyOrg.Domain.Tests.Members;

/// <summary>REG-47 on both sides of each day.</summary>
public class WorkplacesOfAPerson
{
    private static readonly Ids Ids = new(new Clock(new Noon()));
    private static readonly Instant Now = Instant.FromUtc(2024, 5, 15, 4, 0);
    private static readonly Unit First = Registered("甲公司");
    private static readonly Unit Second = Registered("乙公司");
    private readonly Person person = Someone();

    [Fact]
    public void Who_begins_elsewhere_later_has_left_the_day_before_and_nothing_overlaps()
    {
        Work(First, new(2024, 3, 1)).Succeeded.Should().BeTrue();
        Work(Second, new(2024, 3, 1)).ShouldBreak("REG-47");
        Work(Second, new(2024, 2, 1)).ShouldBreak("REG-47");
        Work(Second, new(2024, 2, 1), new(2024, 3, 1)).ShouldBreak("REG-47");
        Work(Second, new(2024, 2, 1), new(2024, 2, 29)).Succeeded.Should().BeTrue();
        Work(Second, new(2024, 3, 2)).Succeeded.Should().BeTrue();
        Standing(person).Should().Equal("乙公司 2024-02-01 2024-02-29", "甲公司 2024-03-01 2024-03-01", "乙公司 2024-03-02 ");
    }

    [Fact]
    public void Nobody_works_in_a_unit_before_it_is_known_or_from_its_closing_on()
    {
        var closed = Registered("丙公司");
        closed.Change(OperationState.Closed, new(2024, 2, 1), new(Ids, Now, null)).Succeeded.Should().BeTrue();
        Work(closed, new(2022, 12, 31), new(2023, 6, 30)).ShouldBreak("REG-42");
        Work(closed, new(2023, 1, 1), new(2024, 2, 1)).ShouldBreak("REG-42");
        Work(closed, new(2023, 1, 1)).ShouldBreak("REG-42");
        Work(closed, new(2023, 1, 1), new(2024, 1, 31)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public void A_correction_keeps_to_the_days_that_are_free_and_the_same_again_says_nothing()
    {
        var first = Work(First, new(2024, 3, 1)).Value;
        Work(Second, new(2024, 4, 1));
        var ended = person.Workplaces.Single(w => w.VoidedAt is null && w.To is not null);
        person.CorrectWorkplace(first.Id, First, new(new(2024, 2, 1), new LocalDate(2024, 3, 31)), Ids, Now).Errors.Should().ContainSingle("it stands no longer").Which.Should().Be(WorkplaceErrors.NotFound);
        person.CorrectWorkplace(ended.Id, First, new(new(2024, 2, 1), new LocalDate(2024, 4, 1)), Ids, Now).ShouldBreak("REG-47");
        person.CorrectWorkplace(ended.Id, First, new(new(2024, 2, 1), new LocalDate(2024, 3, 31)), Ids, Now).Succeeded.Should().BeTrue();
        Standing(person).Should().Equal("甲公司 2024-02-01 2024-03-31", "乙公司 2024-04-01 ");

        person.ClearEvents();
        var stands = person.Workplaces.Single(w => w is { VoidedAt: null, To: null });
        person.CorrectWorkplace(stands.Id, Second, stands.Days, Ids, Now).Value.Should().BeSameAs(stands);
        person.Events.Should().BeEmpty();
    }

    [Fact]
    public void The_survivor_of_two_records_keeps_his_days_and_takes_the_others()
    {
        var duplicate = Someone();
        duplicate.Work(Second, new(new(2023, 2, 1), null), Ids, Now).Succeeded.Should().BeTrue();
        Work(First, new(2023, 6, 1), new(2023, 6, 30));
        person.Absorb(duplicate, takesNumber: false, Ids, Now).Succeeded.Should().BeTrue();
        Standing(person).Should().Equal("乙公司 2023-02-01 2023-05-31", "甲公司 2023-06-01 2023-06-30", "乙公司 2023-07-01 ");
        Standing(duplicate).Should().BeEmpty();
    }

    private Results.Result<Workplace> Work(Unit unit, LocalDate from, LocalDate? to = null) => person.Work(unit, new(from, to), Ids, Now);

    private static IEnumerable<string> Standing(Person of) => of.Workplaces.Where(w => w.VoidedAt is null).OrderBy(w => w.From)
        .Select(w => $"{(w.UnitId == First.Id ? First.Name : w.UnitId == Second.Id ? Second.Name : "?")} {w.From:uuuu-MM-dd} {w.To:uuuu-MM-dd}");

    private static Person Someone() => Person.Register(PersonName.Of("王伟").Value, new([1], [1], "1***", Sex.Male, new(1980, 1, 1)), null, Ids);

    private static Unit Registered(string name)
    {
        var founding = new Founding(OrganizationCode.Of("T").Value, OrganizationName.Of("Town").Value, OrganizationType.PartyCommittee, JurisdictionLevel.Town, null, new(2020, 1, 1));
        var town = Organization.Found(founding, null, TreePosition.At("", 0), Ids, Now).Value;
        return Unit.Register(new(OrganizationName.Of(name).Value, UnitKind.Enterprise, null, null, null, null), town, new(null, null, null, null), OperationState.InOperation, new(2023, 1, 1), new(Ids, Now, null)).Value;
    }

    private sealed class Noon : IClock
    {
        public Instant GetCurrentInstant() => Now;
    }
}
