using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartyOrg.Application;
using PartyOrg.Domain;
using PartyOrg.Infrastructure.Persistence;

namespace PartyOrg.Architecture.Tests.Texts;

/// <summary>Chinese sentences have Chinese punctuation, wherever they stand: in rule files, and in the program.</summary>
public sealed partial class ChinesePunctuation
{
    public static TheoryData<string> Assemblies => [.. new[] { typeof(Aggregate), typeof(PartyOrgContext), typeof(MappedContext), typeof(Program) }.Select(type => type.Assembly.Location)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_text_of_the_program_has_half_width_punctuation_beside_a_Chinese_character(string assembly)
    {
        var texts = TextsOf(assembly).ToList();
        texts.Should().NotBeEmpty();
        texts.Where(IsHalfWidth).Should().BeEmpty();
    }

    [Fact]
    public void No_text_of_a_rule_or_a_book_has_it_either()
    {
        var files = Repository.Files.Where(file => file.Path.StartsWith("src/PartyOrg.Domain/", StringComparison.Ordinal) && file.Name.EndsWith(".json", StringComparison.Ordinal)).ToList();
        var texts = files.SelectMany(file => Strings(JsonDocument.Parse(file.Text).RootElement)).Where(text => Chinese().IsMatch(text)).ToList();
        texts.Should().HaveCountGreaterThan(30);
        texts.Where(IsHalfWidth).Should().BeEmpty();
    }

    [Theory]
    [InlineData("应有,已记录", true)]
    [InlineData("请假(注明事由)", true)]
    [InlineData("依据:释读", true)]
    [InlineData("日期, 如", true)]
    [InlineData(", 已记录", true)]
    [InlineData("职责;", true)]
    [InlineData("应有3次，已记录1次（含当日）。", false)]
    [InlineData("请设置 Section:CurrentKeyId", false)]
    [InlineData("Signing out (登录会话).", false)]
    public void What_is_half_width_is_found(string text, bool found) => IsHalfWidth(text).Should().Be(found);

    // A Chinese term in brackets after an English word belongs to the English sentence; a pattern is no sentence.
    private static bool IsHalfWidth(string text) => !text.Contains("(?", StringComparison.Ordinal) && HalfWidth().IsMatch(TermOfEnglishText().Replace(text, "$1"));

    private static IEnumerable<string> TextsOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        for (var text = MetadataTokens.UserStringHandle(1); !text.IsNil; text = metadata.GetNextHandle(text))
        {
            if (metadata.GetUserString(text) is var value && Chinese().IsMatch(value)) yield return value;
        }
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}”’》」）][,:;()?!]|[,:;()?!] ?[\p{IsCJKUnifiedIdeographs}“‘《「（]")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"([A-Za-z] )\(\p{IsCJKUnifiedIdeographs}+\)")]
    private static partial Regex TermOfEnglishText();
}
