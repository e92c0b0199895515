using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Jobs;

/// <summary>What the codes of jobs are called.</summary>
public static class JobLabels
{
    /// <summary>How far a job is.</summary>
    public static CodeList<JobStatus> Statuses { get; } = new(
        new(JobStatus.Queued, "Queued", "排队中"),
        new(JobStatus.Running, "Running", "执行中"),
        new(JobStatus.Succeeded, "Succeeded", "已完成"),
        new(JobStatus.Failed, "Failed", "失败"),
        new(JobStatus.Cancelled, "Cancelled", "已取消"));
}
