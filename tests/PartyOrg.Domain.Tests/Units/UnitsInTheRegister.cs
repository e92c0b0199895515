using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Domain.Tests.Units;

public class UnitsInTheRegister
{
    private static readonly Ids Ids = new(new Clock(new Noon()));
    private static readonly Id<Account> Officer = Ids.New<Account>();
    private static readonly LocalDate First = new(2023, 1, 1);
    private static readonly Organization Town = Founded("Town", OrganizationType.PartyCommittee, JurisdictionLevel.Town, null);
    private Instant now = Instant.FromUtc(2024, 5, 15, 4, 0);

    [Fact]
    public void A_unit_stands_in_a_town_that_exists_on_its_first_day()
    {
        var county = Founded("County", OrganizationType.PartyCommittee, JurisdictionLevel.County, null);
        Register(territory: county).ShouldBreak("REG-41");
        Register(territory: Founded("Branch", OrganizationType.Branch, null, Town)).ShouldBreak("REG-41");
        Register(from: Town.FoundedOn.PlusDays(-1)).ShouldBreak("REG-41");
        Register(from: Town.FoundedOn).Succeeded.Should().BeTrue();

        var unit = Registered();
        unit.Move(county, Nowhere, new(2024, 1, 1), Recording).ShouldBreak("REG-41");
    }

    [Fact]
    public void What_is_recorded_holds_until_something_else_is_recorded_of_a_later_day_in_whatever_order()
    {
        var unit = Registered();
        Count(unit, 85, new(2024, 3, 1)).Succeeded.Should().BeTrue();
        Count(unit, 80, new(2024, 1, 1)).Succeeded.Should().BeTrue();
        Count(unit, 90, new(2024, 4, 1)).Succeeded.Should().BeTrue();

        Employees(unit, new(2023, 12, 31)).Should().BeNull();
        Employees(unit, new(2024, 1, 1)).Should().Be(80);
        Employees(unit, new(2024, 2, 29)).Should().Be(80);
        Employees(unit, new(2024, 3, 1)).Should().Be(85);
        Employees(unit, new(2024, 3, 31)).Should().Be(85);
        Employees(unit, new(2024, 4, 1)).Should().Be(90);
        Employees(unit, new(2034, 4, 1)).Should().Be(90);
    }

    [Fact]
    public void A_correction_voids_and_adds_and_what_was_known_before_stays_known()
    {
        var unit = Registered();
        Count(unit, 85, new(2024, 3, 1));
        var before = now;
        now += Duration.FromHours(1);
        Count(unit, 58, new(2024, 3, 1));

        Employees(unit, new(2024, 3, 1)).Should().Be(58);
        new UnitOnDay(unit, new(2024, 3, 1), before).Count(UnitMeasure.Employees).Should().Be(85);
        new UnitOnDay(unit, new(2024, 3, 1), now).Count(UnitMeasure.Employees).Should().Be(58);
        unit.Facts.OfType<UnitCount>().Select(c => (c.Count, c.VoidedAt, c.RecordedBy, c.VoidedBy)).Should().Equal((85, now, Officer, Officer), (58, null, Officer, null));
    }

    [Fact]
    public void The_same_again_is_no_change()
    {
        var unit = Registered();
        Count(unit, 85, new(2024, 3, 1));
        unit.ClearEvents();
        Count(unit, 85, new(2024, 4, 1));
        unit.Events.Should().BeEmpty();
        unit.Facts.OfType<UnitCount>().Should().ContainSingle();
    }

    [Fact]
    public void What_is_taken_back_was_never_so_and_what_held_before_goes_on()
    {
        var unit = Registered();
        Count(unit, 80, new(2024, 1, 1));
        Count(unit, 85, new(2024, 3, 1));
        Count(unit, 90, new(2024, 4, 1));
        unit.Withdraw(unit.Facts.OfType<UnitCount>().Single(c => c is { Count: 85, VoidedAt: null }).Id, Recording).Succeeded.Should().BeTrue();

        Employees(unit, new(2024, 3, 31)).Should().Be(80);
        Employees(unit, new(2024, 4, 1)).Should().Be(90);
        unit.Withdraw(Ids.New<UnitFact>(), Recording).Errors[0].Should().Be(UnitErrors.FactNotFound);
        unit.Withdraw(unit.Facts.OfType<UnitRegistration>().Single().Id, Recording).ShouldBreak("REG-42");
    }

    [Fact]
    public void Nothing_is_recorded_of_days_before_the_first_or_after_the_closure()
    {
        var unit = Registered();
        Count(unit, 1, First.PlusDays(-1)).ShouldBreak("REG-42");
        Count(unit, 1, First).Succeeded.Should().BeTrue();
        unit.Change(OperationState.Closed, First, Recording).ShouldBreak("REG-42");
        unit.Change(OperationState.Closed, new(2024, 5, 10), Recording).Succeeded.Should().BeTrue();

        Count(unit, 2, new(2024, 5, 9)).Succeeded.Should().BeTrue();
        Count(unit, 2, new(2024, 5, 10)).ShouldBreak("REG-42");
        unit.Cover(Branch(), CoverageForm.Own, null, new(new(2024, 5, 1), null), false, Recording).ShouldBreak("REG-42");
        unit.Cover(Branch(), CoverageForm.Own, null, new(new(2024, 5, 1), new(2024, 5, 9)), false, Recording).Succeeded.Should().BeTrue();
        Register(state: OperationState.Closed).ShouldBreak("REG-42");
    }

    [Fact]
    public void With_a_closure_coverage_and_stays_end_on_the_day_before()
    {
        var unit = Registered();
        var carrier = Market();
        unit.Cover(Branch(), CoverageForm.Own, null, new(new(2024, 1, 1), null), false, Recording);
        unit.Enter(carrier, new(new(2024, 1, 1), null), Recording);
        unit.Change(OperationState.Closed, new(2024, 5, 10), Recording);

        new UnitOnDay(unit, new(2024, 5, 9)).Should().BeEquivalentTo(new { Coverage = new { To = new LocalDate(2024, 5, 9) } });
        new UnitOnDay(unit, new(2024, 5, 9)).Stays.Should().ContainSingle(s => s.To == new LocalDate(2024, 5, 9));
        new UnitOnDay(unit, new(2024, 5, 10)).Coverage.Should().BeNull();
        new UnitOnDay(unit, new(2024, 5, 10)).Stays.Should().BeEmpty();
    }

    [Fact]
    public void One_organization_covers_a_unit_at_a_time()
    {
        var unit = Registered();
        unit.Cover(Branch(), CoverageForm.Own, FormingWay.Alone, new(new(2024, 1, 1), new(2024, 3, 31)), false, Recording).Succeeded.Should().BeTrue();
        unit.Cover(Branch(), CoverageForm.Attached, null, new(new(2024, 3, 31), null), false, Recording).ShouldBreak("REG-43");
        var attached = unit.Cover(Branch(), CoverageForm.Attached, null, new(new(2024, 4, 1), null), false, Recording).Value;

        unit.EndCoverage(attached.Id, new(2024, 3, 31), Recording).Succeeded.Should().BeFalse();
        unit.EndCoverage(attached.Id, new(2024, 4, 1), Recording).Succeeded.Should().BeTrue();
        new UnitOnDay(unit, new(2024, 4, 1)).Coverage.Should().NotBeNull();
        new UnitOnDay(unit, new(2024, 4, 2)).Coverage.Should().BeNull();
        unit.EndCoverage(unit.Facts.OfType<Coverage>().Last().Id, new(2024, 4, 30), Recording).ShouldBreak("REG-43");
    }

    [Theory]
    [InlineData(CoverageForm.Own, OrganizationType.Branch, true)]
    [InlineData(CoverageForm.Own, OrganizationType.UnitCommittee, true)]
    [InlineData(CoverageForm.Own, OrganizationType.JointBranch, false)]
    [InlineData(CoverageForm.Own, OrganizationType.WorkingCommittee, false)]
    [InlineData(CoverageForm.Joint, OrganizationType.JointBranch, true)]
    [InlineData(CoverageForm.Joint, OrganizationType.JointGeneralBranch, true)]
    [InlineData(CoverageForm.Joint, OrganizationType.Branch, false)]
    [InlineData(CoverageForm.Attached, OrganizationType.Branch, true)]
    [InlineData(CoverageForm.Attached, OrganizationType.WorkingCommittee, true)]
    [InlineData(CoverageForm.Attached, OrganizationType.DispatchedBranch, false)]
    public void The_form_of_coverage_fits_the_type_of_the_organization(CoverageForm form, OrganizationType type, bool fits)
    {
        var organization = Founded("O", type, type.IsTerritorial() ? JurisdictionLevel.Town : null, Town);
        Cover(organization, form).ShouldBreakUnless(fits, "REG-44");
    }

    [Theory]
    [InlineData(CoverageForm.Own, FormingWay.PersonSent, true)]
    [InlineData(CoverageForm.Own, FormingWay.Village, false)]
    [InlineData(CoverageForm.Own, FormingWay.Park, false)]
    [InlineData(CoverageForm.Attached, FormingWay.Village, true)]
    [InlineData(CoverageForm.Attached, FormingWay.Area, true)]
    [InlineData(CoverageForm.Attached, FormingWay.Alone, false)]
    public void The_way_of_forming_fits_the_form_of_coverage(CoverageForm form, FormingWay way, bool fits) => Cover(Branch(), form, way).ShouldBreakUnless(fits, "REG-44");

    [Fact]
    public void An_organization_is_one_units_own()
    {
        Cover(Branch(), CoverageForm.Own, ownOfAnother: true).ShouldBreak("REG-44");
        Cover(Branch(), CoverageForm.Attached, ownOfAnother: true).Succeeded.Should().BeTrue();
        Cover(Founded("Other", OrganizationType.Branch, null, Town, "91350100M000100Y43"), CoverageForm.Own).ShouldBreak("REG-44");
    }

    [Theory]
    [InlineData(CoverageForm.Own, FormingWay.Alone, OrganizationType.JointBranch, CoverageForm.Joint, null)]
    [InlineData(CoverageForm.Own, FormingWay.Alone, OrganizationType.Branch, CoverageForm.Attached, null)]
    [InlineData(CoverageForm.Attached, FormingWay.Area, OrganizationType.JointBranch, CoverageForm.Attached, FormingWay.Area)]
    public void A_unit_follows_the_merger_of_the_organization_that_covers_it(CoverageForm form, FormingWay way, OrganizationType into, CoverageForm then, FormingWay? thenBy)
    {
        var (unit, merged, other) = (Registered(), Branch(), Founded("Other", into, null, Town));
        unit.Cover(merged, form, way, new(new(2024, 1, 1), null), false, Recording).Succeeded.Should().BeTrue();
        unit.FollowMerger(merged.Id, other, new(2024, 5, 10), Recording);

        new UnitOnDay(unit, new(2024, 5, 9)).Coverage.Should().BeEquivalentTo(new { OrganizationId = merged.Id, Form = form, To = new LocalDate(2024, 5, 9) });
        new UnitOnDay(unit, new(2024, 5, 10)).Coverage.Should().BeEquivalentTo(new { OrganizationId = other.Id, Form = then, Way = thenBy, To = (LocalDate?)null });
    }

    [Fact]
    public void What_is_recorded_fits_the_kind_of_unit()
    {
        Survey(Registered(), (UnitMeasure.MemberUnits, 80)).ShouldBreak("REG-45");
        Survey(Registered(UnitKind.SocialGroup), (UnitMeasure.MemberUnits, 80)).Succeeded.Should().BeTrue();
        Survey(Registered(UnitKind.SocialGroup), UnitTrait.AboveDesignatedSize).ShouldBreak("REG-45");
        Survey(Registered(), UnitTrait.AboveDesignatedSize).Succeeded.Should().BeTrue();
        Survey(Registered(), UnitTrait.LargeSocialOrganization).ShouldBreak("REG-45");

        var group = Registered(UnitKind.SocialGroup);
        Survey(group, (UnitMeasure.MemberUnits, 80));
        group.Describe(Described(UnitKind.Enterprise), new(2024, 1, 1), Recording).ShouldBreak("REG-45");
    }

    [Fact]
    public void Formal_members_are_counted_among_the_members()
    {
        Survey(Registered(), (UnitMeasure.PartyMembers, 3), (UnitMeasure.FormalMembers, 3)).Succeeded.Should().BeTrue();
        Survey(Registered(), (UnitMeasure.PartyMembers, 3), (UnitMeasure.FormalMembers, 4)).ShouldBreak("REG-45");
    }

    [Fact]
    public void A_unit_sits_in_a_carrier_while_that_is_open_and_a_carrier_closes_empty()
    {
        var (unit, market) = (Registered(), Market());
        unit.Enter(market, new(First.PlusDays(-1), null), Recording).ShouldBreak("REG-42");
        var late = Carrier.Register(new(OrganizationName.Of("海峡市场").Value, CarrierKind.SpecialisedMarket, null, null, null, null), Town, new(2024, 1, 1), Recording).Value;
        unit.Enter(late, new(new(2023, 12, 31), null), Recording).ShouldBreak("REG-46");
        var stay = unit.Enter(late, new(new(2024, 1, 1), null), Recording).Value;
        unit.Enter(late, new(new(2024, 2, 1), null), Recording).ShouldBreak("REG-46");
        unit.Enter(market, new(new(2024, 1, 1), null), Recording).Succeeded.Should().BeTrue("it sits in a street and in a market of it");

        late.Close(new(2024, 3, 31), unitsLeft: 1, Recording).ShouldBreak("REG-46");
        unit.LeaveCarrier(stay.Id, new(2024, 3, 31), Recording).Succeeded.Should().BeTrue();
        late.Close(new(2024, 3, 31), unitsLeft: 0, Recording).Succeeded.Should().BeTrue();
        Registered().Enter(late, new(new(2024, 4, 1), null), Recording).ShouldBreak("REG-46");
        Registered().Enter(late, new(new(2024, 3, 1), new(2024, 3, 31)), Recording).Succeeded.Should().BeTrue();
    }

    [Fact]
    public void All_eight_are_clear_when_the_survey_has_found_everything()
    {
        var unit = Registered();
        var day = new LocalDate(2024, 3, 1);
        Known(unit, day).Should().Equal(Clear.Nature, Clear.Operation);

        unit.Survey(new(new Dictionary<UnitMeasure, int> { [UnitMeasure.Employees] = 12, [UnitMeasure.PartyMembers] = 0 }, new Dictionary<UnitTrait, bool>(), (PersonName.Of("王伟").Value, HeadRole.Owner, null), null), day, Recording);
        Known(unit, day).Should().Equal([Clear.Nature, Clear.Operation, Clear.Employees, Clear.Members], "whether the owner is a member is not known yet");

        unit.Survey(new(new Dictionary<UnitMeasure, int>(), new Dictionary<UnitTrait, bool>(), (PersonName.Of("王伟").Value, HeadRole.Owner, false), (FormingWay.Village, null)), day, Recording);
        Known(unit, day).Should().Equal(Clear.Nature, Clear.Operation, Clear.Employees, Clear.Owner, Clear.Members, Clear.SetUp, Clear.Direction);

        unit.Survey(new(new Dictionary<UnitMeasure, int>(), new Dictionary<UnitTrait, bool>(), null, (FormingWay.Village, Town.Id)), day, Recording);
        Known(unit, day).Should().HaveCount(8);
        Known(unit, day.PlusDays(-1)).Should().Equal(Clear.Nature, Clear.Operation);
    }

    [Fact]
    public void Another_amount_for_a_year_is_a_correction_and_the_latest_year_is_shown()
    {
        var unit = Registered();
        unit.Earn(2022, new(1), Recording).ShouldBreak("REG-42");
        unit.Earn(2023, Money.Of("5000000").Value, Recording).Succeeded.Should().BeTrue();
        unit.Earn(2023, Money.Of("4999999.99").Value, Recording).Succeeded.Should().BeTrue();
        unit.Earn(2024, Money.Of("1").Value, Recording).Succeeded.Should().BeTrue();

        new UnitOnDay(unit, new(2023, 12, 31)).Revenue.Should().BeEquivalentTo(new { Year = 2023, Fen = 499_999_999 });
        new UnitOnDay(unit, new(2026, 1, 1)).Revenue.Should().BeEquivalentTo(new { Year = 2024, Fen = 100 });
    }

    private Recording Recording => new(Ids, now, Officer);

    private static Locality Nowhere => new(null, null, null, null);

    private static UnitDescription Described(UnitKind kind) => new(OrganizationName.Of("华星科技有限公司").Value, kind, UnifiedSocialCreditCode.FromStorage("91350211M000100Y46"), null, null, null);

    private Result<Unit> Register(UnitKind kind = UnitKind.Enterprise, Organization? territory = null, OperationState? state = OperationState.InOperation, LocalDate? from = null) =>
        Unit.Register(Described(kind), territory ?? Town, Nowhere, state, from ?? First, Recording);

    private Unit Registered(UnitKind kind = UnitKind.Enterprise) => Register(kind).Value;

    private Carrier Market() => Carrier.Register(new(OrganizationName.Of("海峡市场").Value, CarrierKind.SpecialisedMarket, null, null, null, null), Town, First, Recording).Value;

    private Result<Done> Count(Unit unit, int employees, LocalDate from) =>
        unit.Survey(new(new Dictionary<UnitMeasure, int> { [UnitMeasure.Employees] = employees }, new Dictionary<UnitTrait, bool>(), null, null), from, Recording);

    private Result<Done> Survey(Unit unit, params (UnitMeasure Measure, int Count)[] counts) => unit.Survey(new(counts.ToDictionary(c => c.Measure, c => c.Count), new Dictionary<UnitTrait, bool>(), null, null), new(2024, 1, 1), Recording);

    private Result<Done> Survey(Unit unit, UnitTrait trait) => unit.Survey(new(new Dictionary<UnitMeasure, int>(), new Dictionary<UnitTrait, bool> { [trait] = true }, null, null), new(2024, 1, 1), Recording);

    private Result<Coverage> Cover(Organization organization, CoverageForm form, FormingWay? way = null, bool ownOfAnother = false) => Registered().Cover(organization, form, way, new(new(2024, 1, 1), null), ownOfAnother, Recording);

    private static int? Employees(Unit unit, LocalDate day) => new UnitOnDay(unit, day).Count(UnitMeasure.Employees);

    private static IEnumerable<Clear> Known(Unit unit, LocalDate day) => new UnitOnDay(unit, day).Clears(covered: false, registered: 0).Where(c => c.Known).Select(c => c.Clear);

    private static Organization Branch() => Founded("Branch", OrganizationType.Branch, null, Town);

    private static Organization Founded(string name, OrganizationType type, JurisdictionLevel? level, Organization? superior, string? unit = null)
    {
        var code = unit is null ? null : UnifiedSocialCreditCode.FromStorage(unit);
        var founding = new Founding(OrganizationCode.Of("T").Value, OrganizationName.Of(name).Value, type, level, code, new(2020, 1, 1));
        return Organization.Found(founding, superior, TreePosition.At(superior?.Path ?? "", 0), Ids, Instant.FromUtc(2020, 1, 1, 0, 0)).Value;
    }

    private sealed class Noon : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2024, 5, 15, 4, 0);
    }
}

internal static class Refusals
{
    public static void ShouldBreak<T>(this Result<T> result, string rule)
    {
        result.Succeeded.Should().BeFalse();
        result.Errors[0].RuleId.Should().Be(rule);
    }

    public static void ShouldBreakUnless<T>(this Result<T> result, bool fits, string rule)
    {
        if (fits) result.Succeeded.Should().BeTrue();
        else result.ShouldBreak(rule);
    }
}
