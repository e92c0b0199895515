using PartyOrg.Domain.Organizations;

namespace PartyOrg.Domain.Tests.Organizations;

public class OrganizationNamesAndCodes
{
    [Theory]
    [InlineData("中共长乐市（航城）委员会", "中共长乐市（航城）委员会")]
    [InlineData(" 中共长乐市(航城) 委员会\t", "中共长乐市（航城）委员会")]
    [InlineData("Ｈ＆Ｍ服饰　第１党支部", "H＆M服饰第1党支部")]
    [InlineData("Bosch  (China)\u00A0Ltd.", "Bosch (China) Ltd.")]
    [InlineData("\u2F84\u2F25联合党支部", "至女联合党支部")]
    public void A_name_is_written_in_one_way(string text, string expected) => OrganizationName.Of(text).Value.Value.Should().Be(expected);

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void A_name_has_at_most_120_characters(int length, bool accepted) => OrganizationName.Of(new string('党', length)).Succeeded.Should().Be(accepted);

    [Theory]
    [InlineData("", "organization-name-missing")]
    [InlineData(" \u200B　", "organization-name-missing")]
    [InlineData("123", "organization-name-without-letters")]
    [InlineData("第一\u0007支部", "organization-name-character")]
    [InlineData("第一\uE000支部", "organization-name-character")]
    [InlineData("第一\uFFFD支部", "organization-name-character")]
    [InlineData("第一\uD840支部", "organization-name-character")]
    public void What_is_no_name_is_refused(string text, string code) => OrganizationName.Of(text).Errors.Should().ContainSingle(e => e.Code == code);

    [Theory]
    [InlineData("cl-001.a_2", "CL-001.A_2")]
    [InlineData(" ３５０１８２ ", "350182")]
    public void A_code_is_kept_in_capitals_and_half_width(string text, string expected) => OrganizationCode.Of(text).Value.Value.Should().Be(expected);

    [Theory]
    [InlineData(1, true)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_code_has_1_to_40_characters(int length, bool accepted) => OrganizationCode.Of(new string('A', length)).Succeeded.Should().Be(accepted);

    [Theory]
    [InlineData("-1")]
    [InlineData("=A1")]
    [InlineData("A 1")]
    [InlineData("支部1")]
    [InlineData("É1")]
    [InlineData("A/1")]
    public void Other_characters_are_refused_in_a_code(string text) => OrganizationCode.Of(text).Errors.Should().Equal(OrganizationCode.Malformed);

    [Fact]
    public void No_code_is_missing() => OrganizationCode.Of(null).Errors.Should().Equal(OrganizationCode.Missing);
}
