using PartyOrg.Domain.Accounts;

namespace PartyOrg.WebApi.Tests.Authorization;

/// <summary>What a request is aimed at.</summary>
internal enum Aim
{
    Organization,
    Member,
    Meeting,
    Unit,
    Carrier,
    Thing,
    Group,
    Own,
    Nothing,
    Everyone,
}

/// <summary>One line of the table.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Aim">What the request is aimed at.</param>
/// <param name="Roles">Who may.</param>
/// <param name="Reserved">Who of them may not send this very request, since the step that it asks for is reserved for others.</param>
/// <param name="Hidden">Who of them does not find the very thing that it is aimed at, since it is shown only to those whom it concerns.</param>
internal sealed record Permission(string Operation, Aim Aim, Role Roles, Role Reserved, Role Hidden);

/// <summary>Reads <c>matrix.txt</c>.</summary>
internal static class Matrix
{
    public static IReadOnlyList<Permission> Read(string text)
    {
        var groups = new Dictionary<string, Role>();
        var permissions = new List<Permission>();
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.Split('=') is [var group, var members]) groups.Add(group.Trim(), RolesOf(members, groups));
            else if (line.Split('|', StringSplitOptions.TrimEntries) is [var operation, var aim, var roles]) permissions.Add(new(operation, Enum.Parse<Aim>(aim, ignoreCase: true), RolesOf(roles.Replace("*", "", StringComparison.Ordinal).Replace("~", "", StringComparison.Ordinal), groups), Marked(roles, '*', groups), Marked(roles, '~', groups)));
            else throw new FormatException($"Neither a group nor a permission: {line}");
        }

        return permissions;
    }

    private static Role Marked(string roles, char mark, Dictionary<string, Role> groups) => RolesOf(string.Join(' ', roles.Split(' ').Where(r => r.EndsWith(mark)).Select(r => r[..^1])), groups);

    private static Role RolesOf(string words, Dictionary<string, Role> groups) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(Role.None, (all, word) => all | (groups.TryGetValue(word, out var roles) ? roles : Enum.Parse<Role>(word, ignoreCase: true)));
}
