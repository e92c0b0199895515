using PartyOrg.Domain.Accounts;

namespace PartyOrg.WebApi.Tests.Authorization;

/// <summary>What a request is aimed at.</summary>
internal enum Aim
{
    Organization,
    Member,
    Meeting,
    Own,
    Nothing,
    Everyone,
}

/// <summary>One line of the table.</summary>
internal sealed record Permission(string Operation, Aim Aim, Role Roles);

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
            else if (line.Split('|', StringSplitOptions.TrimEntries) is [var operation, var aim, var roles]) permissions.Add(new(operation, Enum.Parse<Aim>(aim, ignoreCase: true), RolesOf(roles, groups)));
            else throw new FormatException($"Neither a group nor a permission: {line}");
        }

        return permissions;
    }

    private static Role RolesOf(string words, Dictionary<string, Role> groups) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(Role.None, (all, word) => all | (groups.TryGetValue(word, out var roles) ? roles : Enum.Parse<Role>(word, ignoreCase: true)));
}
