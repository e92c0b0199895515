using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Infrastructure;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using Answer = PartyOrg.TestSupport.Http.Answer;

namespace PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

public abstract class AttachingFiles<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. Encoding.ASCII.GetBytes("\0\u0010JFIF, a photo of the sign-in sheet")];
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 minutes, scanned");
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [DatabaseFact]
    public async Task A_file_is_attached_listed_downloaded_and_removed_with_a_reason()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var created = (await Attach(branch.Keeper, meeting, Jpeg, "签到表.jpg", "image/jpeg", "签到表")).ShouldBe(HttpStatusCode.Created);
        created.ETag.Should().Be("\"1\"");
        var attached = created.As<AttachmentAnswer>();
        attached.Should().BeEquivalentTo(new
        {
            MeetingId = meeting.Id, Name = "签到表.jpg", Type = AttachmentType.Jpeg, MediaType = "image/jpeg", Size = Jpeg.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Jpeg)),
            Note = "签到表", RemovedAt = (Instant?)null, FileIsMissing = false,
        });
        (await branch.Keeper.Get(created.Location!.ToString())).ShouldBe(HttpStatusCode.OK).As<AttachmentAnswer>().Should().BeEquivalentTo(attached);

        var (content, headers) = await Download(branch.Keeper, attached);
        content.Should().Equal(Jpeg);
        headers.Content.Headers.ContentType!.MediaType.Should().Be("image/jpeg");
        headers.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        headers.Content.Headers.ContentDisposition.FileNameStar.Should().Be("签到表.jpg");
        headers.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");

        var removed = (await branch.Keeper.Post($"{At(attached)}/removal", new RemoveAttachment.Body("照片属于另一次会议"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK).As<AttachmentAnswer>();
        (removed.RemovedBecause, removed.RemovedBy, removed.Version).Should().Be(("照片属于另一次会议", attached.AddedBy, 2));
        var listed = (await branch.Keeper.Get($"/api/v1/meetings/{meeting.Id}/attachments")).As<Page<AttachmentAnswer>>();
        listed.Items.Should().BeEquivalentTo([removed], "what was removed stays to be read");
        (await Download(branch.Keeper, attached)).Content.Should().Equal(Jpeg);
        (await branch.Keeper.Post($"{At(attached)}/removal", new RemoveAttachment.Body("再次"), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.Conflict, "attachment-removed-already");
        (await branch.Keeper.Post($"{At(attached)}/removal", new RemoveAttachment.Body("再次"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [DatabaseFact]
    public async Task What_is_attached_is_audited_without_its_bytes_and_told()
    {
        var branch = await MeetingBranch.Plant(api);
        var attached = await Attached(branch.Keeper, await branch.Recorded());
        var audit = await api.Look(db => db.AuditEntries.Where(a => a.ChainId == branch.Id.Value).OrderBy(a => a.Sequence).LastAsync());
        audit.Operation.Should().Be("AttachToMeeting");
        audit.Details.Should().Contain(attached.Sha256).And.NotContain("content");
        (await api.Look(db => db.Outbox.SingleAsync(e => e.SubjectId == attached.Id.Value))).Should().BeEquivalentTo(new { Type = "attachment.added", OrganizationId = branch.Id.Value });
    }

    [DatabaseFact]
    public async Task On_the_disk_a_file_is_not_to_be_read_and_one_put_in_its_place_is_noticed()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var (one, other) = (await Attached(branch.Keeper, meeting), await Attached(branch.Keeper, meeting, Png, "a.png"));
        var kept = await File.ReadAllBytesAsync(FileOf(one.Id));
        Encoding.Latin1.GetString(kept).Should().NotContain("sign-in sheet").And.NotContain("JFIF");

        File.Copy(FileOf(other.Id), FileOf(one.Id), overwrite: true);
        (await branch.Keeper.Get($"{At(one)}/content")).ShouldBeProblem(HttpStatusCode.Conflict, "attachment-file-differs");
        kept[^1] ^= 1;
        await File.WriteAllBytesAsync(FileOf(one.Id), kept);
        (await branch.Keeper.Get($"{At(one)}/content")).ShouldBeProblem(HttpStatusCode.Conflict, "personal-data-damaged");
        File.Delete(FileOf(one.Id));
        (await branch.Keeper.Get($"{At(one)}/content")).ShouldBeProblem(HttpStatusCode.Conflict, "attachment-file-missing");
        (await branch.Keeper.Get(At(one))).As<AttachmentAnswer>().FileIsMissing.Should().BeTrue();
        (await Download(branch.Keeper, other)).Content.Should().Equal(Png);
    }

    [DatabaseFact]
    public async Task After_a_rotation_of_keys_what_was_attached_before_is_read_and_what_comes_is_under_the_new_key()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var before = await Attached(branch.Keeper, meeting, Pdf, "a.pdf");
        (api.Settings["PersonalData:CurrentKeyId"], api.Settings["PersonalData:Keys:next"]) = ("next", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await api.Restart();
        var keeper = api.With(branch.Keeper.Token!);
        (await Download(keeper, before)).Content.Should().Equal(Pdf);
        var after = await Attached(keeper, meeting, Png, "b.png");
        (await Download(keeper, after)).Content.Should().Equal(Png);
        Encoding.ASCII.GetString((await File.ReadAllBytesAsync(FileOf(after.Id)))[2..6]).Should().Be("next");
        Encoding.ASCII.GetString((await File.ReadAllBytesAsync(FileOf(before.Id)))[2..6]).Should().Be("test", "what was written stays as it is");

        api.Settings.Clear();
        await api.Restart();
        (await api.With(branch.Keeper.Token!).Get($"{At(after)}/content")).ShouldBeProblem(HttpStatusCode.Conflict, "personal-data-key-unknown");
        (await Download(api.With(branch.Keeper.Token!), before)).Content.Should().Equal(Pdf);
    }

    [DatabaseFact]
    public async Task The_sweep_takes_files_that_no_record_names_and_reports_records_whose_file_is_missing()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var (kept, lost) = (await Attached(branch.Keeper, meeting), await Attached(branch.Keeper, meeting, Pdf, "a.pdf"));
        var (orphan, fresh) = (FileOf(api.Ids.New<Attachment>()), FileOf(api.Ids.New<Attachment>()));
        var foreign = Path.Combine(Path.GetDirectoryName(FileOf(kept.Id))!, "notes.txt");
        foreach (var file in new[] { orphan, fresh, foreign })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, "x");
        }

        var today = api.Clock.GetCurrentInstant();
        foreach (var old in new[] { orphan, foreign, FileOf(kept.Id) }) File.SetLastWriteTimeUtc(old, (today - Duration.FromHours(25)).ToDateTimeUtc());
        File.SetLastWriteTimeUtc(fresh, (today - Duration.FromHours(23)).ToDateTimeUtc());
        File.Delete(FileOf(lost.Id));

        await api.RunChores();
        File.Exists(orphan).Should().BeFalse("no record names it");
        File.Exists(fresh).Should().BeTrue("its record may still be on the way");
        File.Exists(foreign).Should().BeTrue("it is none of ours");
        File.Exists(FileOf(kept.Id)).Should().BeTrue("a record names it");
        api.Failures.All.Should().ContainMatch($"*attachments are missing*{lost.Id}*").And.NotContainMatch($"*{kept.Id}*");
    }

    [DatabaseFact]
    public async Task A_refused_upload_leaves_no_record_and_writes_no_file()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var before = FilesStored();
        var leader = await api.SignedIn(Role.GroupLeader, branch.Id);
        (await Attach(leader, meeting)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-recorded-by-you", "TWS-3.5");
        var neighbour = await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id);
        (await Attach(neighbour, meeting)).ShouldBeProblem(HttpStatusCode.NotFound, "meeting-not-found");
        (await Attach(branch.Keeper, meeting, Encoding.UTF8.GetBytes("MZ a program"))).ShouldBe(HttpStatusCode.BadRequest);
        FilesStored().Should().Be(before);
        (await api.Look(db => db.Attachments.CountAsync(a => a.MeetingId == meeting.Id))).Should().Be(0);
    }

    [DatabaseFact]
    public async Task The_same_upload_again_gets_the_same_answer_and_attaches_nothing()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var before = FilesStored();
        var first = (await Attach(branch.Keeper, meeting, key: "upload-1")).ShouldBe(HttpStatusCode.Created);
        (await Attach(branch.Keeper, meeting, key: "upload-1")).ShouldBe(HttpStatusCode.Created).Text.Should().Be(first.Text);
        (await Attach(branch.Keeper, meeting, Png, "a.png", "image/png", key: "upload-1")).ShouldBeProblem(HttpStatusCode.Conflict, "idempotency-key-reused");
        (await api.Look(db => db.Attachments.CountAsync(a => a.MeetingId == meeting.Id))).Should().Be(1);

        FilesStored().Should().BeGreaterThan(before + 1, "the file comes before the row, and of the repetition only the file was written");
        foreach (var file in Directory.EnumerateFiles(Store, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, new(2024, 1, 1));
        await api.RunChores();
        var recorded = await api.Look(db => db.Attachments.Select(a => a.Id).ToListAsync());
        FilesStored().Should().Be(recorded.Count(id => File.Exists(FileOf(id))));
        (await Download(branch.Keeper, first.As<AttachmentAnswer>())).Content.Should().Equal(Jpeg);
    }

    [DatabaseTheory]
    [InlineData("photo.png", "image/png", "attachment-type-differs")]
    [InlineData("photo.jpg", "application/pdf", "attachment-type-differs")]
    [InlineData("photo", "image/jpeg", "attachment-type-differs")]
    [InlineData("photo.jpg.exe", "image/jpeg", "attachment-type-differs")]
    [InlineData("PHOTO.JPEG", "image/jpeg", null)]
    [InlineData("photo.jpg", "application/octet-stream", null)]
    public async Task A_file_is_what_its_content_is_and_its_name_and_media_type_say_the_same(string name, string mediaType, string? refusedAs)
    {
        var branch = await MeetingBranch.Plant(api);
        var answer = await Attach(branch.Keeper, await branch.Recorded(), Jpeg, name, mediaType);
        if (refusedAs is null) answer.ShouldBe(HttpStatusCode.Created).As<AttachmentAnswer>().MediaType.Should().Be("image/jpeg");
        else answer.ShouldBeProblem(HttpStatusCode.BadRequest, refusedAs).ShouldPointAt("/file");
    }

    [DatabaseFact]
    public async Task Office_documents_are_taken_by_their_parts_and_not_with_macros()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        async Task<Answer> Send(string name, params string[] parts) => await Attach(branch.Keeper, meeting, Zip(parts), name, "application/octet-stream");
        (await Send("a.docx", "[Content_Types].xml", "word/document.xml")).ShouldBe(HttpStatusCode.Created).As<AttachmentAnswer>().Type.Should().Be(AttachmentType.Docx);
        (await Send("a.xlsx", "[Content_Types].xml", "xl/workbook.xml")).ShouldBe(HttpStatusCode.Created).As<AttachmentAnswer>().Type.Should().Be(AttachmentType.Xlsx);
        (await Send("a.pptx", "[Content_Types].xml", "ppt/presentation.xml")).ShouldBe(HttpStatusCode.Created).As<AttachmentAnswer>().Type.Should().Be(AttachmentType.Pptx);
        (await Send("a.ofd", "OFD.xml", "Doc_0/Document.xml")).ShouldBe(HttpStatusCode.Created).As<AttachmentAnswer>().Type.Should().Be(AttachmentType.Ofd);
        (await Send("a.xlsx", "[Content_Types].xml", "word/document.xml")).ShouldBeProblem(HttpStatusCode.BadRequest, "attachment-type-differs");
        (await Send("a.docx", "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")).ShouldBeProblem(HttpStatusCode.BadRequest, "attachment-type-unknown");
        (await Send("a.docx", "program.exe")).ShouldBeProblem(HttpStatusCode.BadRequest, "attachment-type-unknown");
        (await Attach(branch.Keeper, meeting, Zip("[Content_Types].xml", "word/document.xml")[..^9], "a.docx", "application/octet-stream")).ShouldBeProblem(HttpStatusCode.BadRequest, "attachment-type-unknown");
    }

    [DatabaseTheory]
    [InlineData("../../etc/passwd.jpg", "passwd.jpg")]
    [InlineData("C:\\Users\\liu\\照片.jpg", "照片.jpg")]
    [InlineData("a\u202Egnp.jpg", "agnp.jpg")]
    [InlineData("a<b>|c?.jpg", "a_b__c_.jpg")]
    [InlineData(" .jpg", "attachment.jpg")]
    public async Task A_name_is_made_harmless(string sent, string kept)
    {
        var branch = await MeetingBranch.Plant(api);
        (await Attached(branch.Keeper, await branch.Recorded(), Jpeg, sent)).Name.Should().Be(kept);
    }

    [DatabaseFact]
    public async Task Twenty_megabytes_are_taken_and_a_byte_more_is_too_large()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var content = new byte[Attachment.MostBytes];
        Pdf.CopyTo(content, 0);
        var attached = await Attached(branch.Keeper, meeting, content, "a.pdf");
        (await Download(branch.Keeper, attached)).Content.Should().Equal(content);
        (await Attach(branch.Keeper, meeting, [.. content, 0], "a.pdf", "application/pdf")).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [DatabaseFact]
    public async Task An_upload_without_a_file_or_with_an_empty_one_is_pointed_at()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        (await Attach(branch.Keeper, meeting, [])).ShouldBeProblem(HttpStatusCode.BadRequest, "attachment-missing").ShouldPointAt("/file");
        using var nothing = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        (await branch.Keeper.Post($"/api/v1/meetings/{meeting.Id}/attachments", nothing)).ShouldBeProblem(HttpStatusCode.BadRequest, "attachment-missing").ShouldPointAt("/file");
        (await Attach(branch.Keeper, meeting, note: new string('注', 201))).ShouldPointAt("/note");
        (await branch.Keeper.Post($"/api/v1/meetings/{meeting.Id}/attachments", "{}")).ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [DatabaseFact]
    public async Task A_meeting_takes_fifty_and_a_removed_one_makes_room()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var first = await Attached(branch.Keeper, meeting);
        for (var i = 1; i < Attachment.MostOfMeeting; i++) await Attached(branch.Keeper, meeting);
        (await Attach(branch.Keeper, meeting)).ShouldBeProblem(HttpStatusCode.Conflict, "too-many-attachments");
        (await branch.Keeper.Post($"{At(first)}/removal", new RemoveAttachment.Body("重复"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await Attach(branch.Keeper, meeting)).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task Planned_and_confirmed_meetings_take_files_and_what_was_cancelled_or_withdrawn_does_not()
    {
        var branch = await MeetingBranch.Plant(api);
        var planned = await branch.Planned();
        await Attached(branch.Keeper, planned);
        (await branch.Keeper.Post($"/api/v1/meetings/{planned.Id}/cancellation", new CancelMeeting.Body("合并"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await Attach(branch.Keeper, planned)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "meeting-has-ended", "TWS-3.5");

        var held = await branch.Recorded();
        (await branch.Keeper.Post($"/api/v1/meetings/{held.Id}/confirmation", ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        await Attached(branch.Keeper, held);
        (await branch.Keeper.Get($"/api/v1/meetings/{held.Id}")).As<MeetingAnswer>().Should().BeEquivalentTo(new { Status = MeetingStatus.Confirmed, Version = 2 }, "the record itself has not changed");
        (await branch.Keeper.Post($"/api/v1/meetings/{held.Id}/withdrawal", new WithdrawMeeting.Body("未召开"), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await Attach(branch.Keeper, held)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "meeting-has-ended", "TWS-3.5");
    }

    [DatabaseFact]
    public async Task Members_read_what_stands_readers_also_what_was_removed_and_nobody_else_anything()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var attached = await Attached(branch.Keeper, meeting);
        var member = await api.SignedIn(Role.Member, branch.Id);
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var stranger = await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id);
        (await Download(member, attached)).Content.Should().Equal(Jpeg);
        (await officer.Get($"{At(attached)}/content")).ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[] { At(attached), $"{At(attached)}/content" }) (await stranger.Get(path)).ShouldBeProblem(HttpStatusCode.NotFound, "attachment-not-found");
        (await stranger.Get($"/api/v1/meetings/{meeting.Id}/attachments")).ShouldBeProblem(HttpStatusCode.NotFound, "meeting-not-found");
        (await stranger.Post($"{At(attached)}/removal", new RemoveAttachment.Body("x"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "meeting-not-found");
        (await officer.Post($"{At(attached)}/removal", new RemoveAttachment.Body("x"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-3.5");
        (await branch.Keeper.Get($"/api/v1/meetings/{(await branch.Recorded()).Id}/attachments/{attached.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "attachment-not-found");

        await branch.Keeper.Post($"{At(attached)}/removal", new RemoveAttachment.Body("拍错"), ifMatch: "\"1\"");
        (await member.Get($"{At(attached)}/content")).ShouldBeProblem(HttpStatusCode.NotFound, "attachment-not-found");
        (await officer.Get($"{At(attached)}/content")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task The_readers_of_every_organization_that_held_a_meeting_read_its_files_and_what_was_removed_of_them()
    {
        var branch = await MeetingBranch.Plant(api);
        var (sibling, keeper) = (branch.Tree.SiblingBranch.Id, await api.SignedIn(Role.BranchSecretary, branch.Tree.Town.Id));
        var joint = new RecordMeeting(branch.Id, branch.Record() with { JointWith = [sibling] }, [.. branch.Roll(branch.Li), new(branch.Stranger.Id, AttendanceStatus.Present)]);
        var meeting = (await keeper.Post("/api/v1/meetings", joint)).ShouldBe(HttpStatusCode.Created).As<MeetingSummary>();
        var (stands, removed) = (await Attached(keeper, meeting), await Attached(keeper, meeting, Pdf, "a.pdf"));
        (await keeper.Post($"{At(removed)}/removal", new RemoveAttachment.Body("误传"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);

        foreach (var organization in new[] { branch.Id, sibling })
        {
            var (secretary, member) = (await api.SignedIn(Role.BranchSecretary, organization), await api.SignedIn(Role.Member, organization));
            foreach (var reader in new[] { secretary, member })
            {
                (await reader.Get($"/api/v1/meetings/{meeting.Id}/attachments")).ShouldBe(HttpStatusCode.OK).As<Page<AttachmentAnswer>>().Items.Select(a => a.RemovedBecause).Should().BeEquivalentTo([null, "误传"], "both came at the same instant");
                (await reader.Get(At(removed))).ShouldBe(HttpStatusCode.OK).As<AttachmentAnswer>().RemovedBecause.Should().Be("误传");
                (await Download(reader, stands)).Content.Should().Equal(Jpeg);
            }

            (await Download(secretary, removed)).Content.Should().Equal(Pdf);
            (await member.Get($"{At(removed)}/content")).ShouldBeProblem(HttpStatusCode.NotFound, "attachment-not-found");
            (await api.Look(db => db.AuditEntries.Where(a => a.ChainId == organization.Value).OrderBy(a => a.Sequence).Select(a => a.Operation).ToListAsync()))
                .Should().EndWith(["RecordMeeting", "AttachToMeeting", "AttachToMeeting", "RemoveAttachment"], "it is the record of each");
        }

        var far = await api.SignedIn(Role.BranchSecretary, branch.Tree.FarBranch.Id);
        foreach (var path in new[] { At(removed), $"{At(removed)}/content" }) (await far.Get(path)).ShouldBeProblem(HttpStatusCode.NotFound, "attachment-not-found");
        (await keeper.Post($"/api/v1/meetings/{meeting.Id}/corrections", new CorrectMeeting.Body("只有一个支部", branch.Record(), branch.Roll(branch.Li)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await (await api.SignedIn(Role.BranchSecretary, sibling)).Get($"{At(removed)}/content")).ShouldBeProblem(HttpStatusCode.NotFound, "attachment-not-found");
    }

    private static string At(AttachmentAnswer attachment) => $"/api/v1/meetings/{attachment.MeetingId}/attachments/{attachment.Id}";

    private static async Task<Answer> Attach(ApiClient caller, MeetingSummary meeting, byte[]? content = null, string name = "a.jpg", string mediaType = "image/jpeg", string? note = null, string? key = null)
    {
        var file = new ByteArrayContent(content ?? Jpeg);
        file.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var form = new MultipartFormDataContent { { file, "file", name } };
        if (note is not null) form.Add(new StringContent(note), "note");
        return await caller.Post($"/api/v1/meetings/{meeting.Id}/attachments", form, key);
    }

    private static async Task<AttachmentAnswer> Attached(ApiClient caller, MeetingSummary meeting, byte[]? content = null, string name = "a.jpg") =>
        (await Attach(caller, meeting, content, name, "application/octet-stream")).ShouldBe(HttpStatusCode.Created).As<AttachmentAnswer>();

    private static byte[] Zip(params string[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts) archive.CreateEntry(part).Open().Dispose();
        }

        return file.ToArray();
    }

    private async Task<(byte[] Content, HttpResponseMessage Answer)> Download(ApiClient caller, AttachmentAnswer attachment)
    {
        using var http = new HttpClient { BaseAddress = api.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", caller.Token);
        var answer = await http.GetAsync($"{At(attachment)}/content");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await answer.Content.ReadAsByteArrayAsync(), answer);
    }

    private string Store => Path.Combine(api.Services.GetRequiredService<DataDirectory>().Path, "attachments");

    private string FileOf(Id<Attachment> id) => Path.Combine(Store, $"{id.Value:N}"[^2..], $"{id.Value:N}");

    private int FilesStored() => Directory.EnumerateFiles(Store, "*", SearchOption.AllDirectories).Count(f => Guid.TryParseExact(Path.GetFileName(f), "N", out _));
}

public sealed class AttachingFilesOnSqlite(ApiHost<OnSqlite> api) : AttachingFiles<OnSqlite>(api);

public sealed class AttachingFilesOnPostgreSql(ApiHost<OnPostgreSql> api) : AttachingFiles<OnPostgreSql>(api);

public sealed class AttachingFilesOnSqlServer(ApiHost<OnSqlServer> api) : AttachingFiles<OnSqlServer>(api);
