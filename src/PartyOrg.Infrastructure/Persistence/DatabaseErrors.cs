using PartyOrg.Domain.Results;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>Why the program does not start on a database, or a command does not touch one. Each says what to do.</summary>
public static class DatabaseErrors
{
    /// <summary>No connection string for a server.</summary>
    public static Error ConnectionMissing { get; } = Error.Conflict("database-connection-missing",
        "The database's connection string is missing. Set Database__ConnectionString in the form of the provider.", "缺少数据库连接字符串。请按所用数据库的格式设置 Database__ConnectionString。");

    /// <summary>A migration is missing, and Production never migrates by itself.</summary>
    public static Error NotMigrated(int pending) => Error.Conflict("database-not-migrated",
        $"The database lacks {pending} migrations of this program. Make a backup (partyorg backup FILE), then run: partyorg migrate",
        $"数据库缺少本程序的 {pending} 个迁移。请先备份（partyorg backup 文件名），再运行：partyorg migrate");

    /// <summary>Another version of the program has migrated it further.</summary>
    public static Error Newer(string migration) => Error.Conflict("database-newer",
        $"The database is newer than this program: it has the migration {migration}, which the program does not know. Start the newer program, or restore the backup made before the upgrade.",
        $"数据库版本高于本程序：其中的迁移 {migration} 本程序不认识。请启动较新版本的程序，或恢复升级前的备份。");

    /// <summary>Another program holds it.</summary>
    public static Error Locked(string file) => Error.Conflict("database-locked",
        $"The database {file} is locked by another program. Close it (a database browser, a backup, a copy of this program) and start again.",
        $"数据库 {file} 被其他程序锁定。请关闭占用它的程序（数据库查看工具、备份、本程序的另一进程）后重新启动。");

    /// <summary>A running program holds the embedded database.</summary>
    public static Error Running(string file) => Error.Conflict("database-running",
        $"A running PartyOrg uses the database {file}. Stop it first: one program at a time uses an embedded database, and none while it is restored.",
        $"正在运行的 PartyOrg 正在使用数据库 {file}。请先停止它：嵌入式数据库同一时间只能由一个进程使用，恢复期间不得运行。");

    /// <summary>The embedded database cannot be written.</summary>
    public static Error ReadOnly(string file) => Error.Conflict("database-read-only",
        $"The database {file} cannot be written. Change the owner or rights of the file and its directory.", $"数据库 {file} 无法写入。请修改该文件及其目录的所有者或权限。");

    /// <summary>Not a database.</summary>
    public static Error Damaged(string file) => Error.Conflict("database-damaged",
        $"The file {file} is no database, or is damaged. Restore a backup: partyorg restore FILE", $"文件 {file} 不是数据库或已损坏。请恢复备份：partyorg restore 文件名");

    /// <summary>The server does not answer, or refuses.</summary>
    public static Error Unreachable(string reason) => Error.Conflict("database-unreachable",
        $"The database server cannot be used: {reason} Check Database__ConnectionString and whether the server runs.", $"无法使用数据库服务器：{reason} 请检查 Database__ConnectionString 及服务器是否运行。");

    /// <summary>Accounts whose passwords stand in a file.</summary>
    public static Error SampleAccounts(int count) => Error.Conflict("sample-accounts",
        $"The database has {count} open sample accounts, whose passwords stand in a file. Production does not start with them: begin with a database of its own.",
        $"数据库中有 {count} 个未关闭的示例账号，其密码保存在文件中。生产环境不得使用：请另建数据库。");

    /// <summary>No such provider.</summary>
    public static Error ProviderUnknown(string named) => Error.Conflict("database-provider-unknown",
        $"There is no database provider \"{named}\". Set Database__Provider to {string.Join(", ", Enum.GetNames<DatabaseProvider>())}.",
        $"没有名为“{named}”的数据库类型。请将 Database__Provider 设为 {string.Join("、", Enum.GetNames<DatabaseProvider>())}。");

    /// <summary>The backup's file is there already.</summary>
    public static Error BackupExists(string file) => Error.Conflict("backup-exists", $"{file} is there already, and a backup never overwrites. Choose another name.", $"{file} 已存在，备份不会覆盖文件。请使用其他文件名。");

    /// <summary>There is nothing to back up or restore from.</summary>
    public static Error FileMissing(string file) => Error.Conflict("file-missing", $"There is no file {file}. Check the name.", $"没有文件 {file}。请检查文件名。");

    /// <summary>A file that is no whole backup of this product.</summary>
    public static Error BackupUnusable(string file, string reason) => Error.Conflict("backup-unusable",
        $"{file} is no whole backup of PartyOrg ({reason}). Nothing was changed. Choose another backup.", $"{file} 不是完整的 PartyOrg 备份（{reason}）。未作任何更改，请选择其他备份。");

    /// <summary>The database's own tool has to do it.</summary>
    public static Error ToolMissing(string tool, string command) => Error.Conflict("tool-missing",
        $"{tool} of the database does this, and it is not installed here. On a machine that has it, run: {command}", $"此操作由数据库工具 {tool} 完成，本机未安装。请在装有该工具的机器上运行：{command}");

    /// <summary>The database's own tool failed.</summary>
    public static Error ToolFailed(string tool, int code, string output) => Error.Conflict("tool-failed", $"{tool} failed with exit code {code}: {output}", $"{tool} 失败，退出码 {code}：{output}");

    /// <summary>SQL Server backs itself up.</summary>
    public static Error SqlServerItself(string command) => Error.Conflict("database-does-it-itself",
        $"SQL Server writes and reads backups itself, on its own machine. Run there: {command}", $"SQL Server 的备份与恢复由其自身在服务器上完成。请在服务器上运行：{command}");

    /// <summary>Others are connected to the database that is to be replaced.</summary>
    public static Error InUse(long connections) => Error.Conflict("database-in-use",
        $"{connections} other connections use the database. Stop every PartyOrg and other program on it, then restore.", $"另有 {connections} 个连接正在使用该数据库。请停止所有 PartyOrg 及其他程序后再恢复。");
}
