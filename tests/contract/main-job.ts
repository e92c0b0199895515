// The product's main job through a client that is generated from its document: from signing in to the verdicts and their reasons.
// An officer imports the register that he keeps in lists, registers members one by one and reads how his town stands; the branch's
// secretary records a meeting.
//   node main-job.js ADDRESS OFFICER SECRETARY PASSWORD BRANCH IDENTITY-NUMBER IDENTITY-NUMBER IDENTITY-NUMBER IDENTITY-NUMBER
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./generated/api.js";

type Verdict = components["schemas"]["VerdictAnswer"];
type Import = components["schemas"]["ImportAnswer"];

const [address, officerName, secretaryName, password, branch, imported, ...identityNumbers] = process.argv.slice(2);
assert(address && officerName && secretaryName && password && branch && imported && identityNumbers.length === 3, "see the first lines of main-job.ts");

const create = () => ({ "Idempotency-Key": randomUUID() });
const api = await signIn(officerName);
const secretary = await signIn(secretaryName);

const me = await api.GET("/api/v1/me");
assert.equal(me.data?.userName, officerName);

const organizations = await api.GET("/api/v1/organizations", { params: { query: { type: "branch" } } });
const home = organizations.data?.items.find((o) => o.id === branch);
assert(home, `the branch ${branch} is in the list`);
assert.equal(home.type, "branch");

// The lists as the office keeps them, with one date that is none: the preview names its cell, and nothing is taken.
const town = await api.GET("/api/v1/organizations/{organization}", { params: { path: { organization: home.superiorId! } } });
const lists = (foundedOn: string) => [
  `组织编码,组织名称,组织类型,上级组织编码,成立日期\nHX-100,华星科技有限公司党支部,党支部,${town.data!.code},${foundedOn}\n`,
  `姓名,公民身份号码,联系电话,党员类型,所在党组织编码,组织关系转入日期\n陈晓,${imported},13800138000,正式,HX-100,2022-03-01\n`,
];
const wrong = await upload(lists("2021-02-30"));
assert.equal(wrong.status, "refused");
assert.equal(wrong.errorCount, 1);
const found = await api.GET("/api/v1/imports/{import}/errors", { params: { path: { import: wrong.id } } });
assert.equal(found.data!.items.length, 1);
const { sheet, row, cell, value, code, message } = found.data!.items[0]!;
assert.deepEqual({ sheet, row, cell, value, code }, { sheet: "list-1", row: 2, cell: "E2", value: "2021-02-30", code: "cell-date-malformed" });
assert.match(message, /date/);

const right = await upload(lists("2021-02-28"));
assert.equal(right.status, "ready");
assert.deepEqual(right.counts.filter((c) => c.created > 0).map((c) => [c.kind, c.created]), [["organization", 1], ["member", 1]]);
const preview = await api.GET("/api/v1/imports/{import}/changes", { params: { path: { import: right.id }, query: { kind: "member" } } });
assert.equal(preview.data?.items[0]?.name, "陈晓");
assert(!JSON.stringify(preview.data).includes(imported), "the preview masks identity numbers");
assert.equal((await listed("HX-100")).length, 0, "nothing is written before it is confirmed");

const confirmed = await api.POST("/api/v1/imports/{import}/confirmation", {
  params: { path: { import: right.id }, header: { "If-Match": `"${right.version}"` } },
});
assert.equal(confirmed.response.status, 202, JSON.stringify(confirmed.error));
assert.equal((await settled(right.id)).status, "confirmed");
const [branchOfFile] = await listed("HX-100");
assert.equal(branchOfFile?.name, "华星科技有限公司党支部");
const members = await api.GET("/api/v1/members", { params: { query: { organization: branchOfFile.id } } });
assert.deepEqual(members.data?.items.map((m) => m.name), ["陈晓"]);

const names = ["王秀兰", "李红", "赵敏"];
const [chair, clerk, absent] = await Promise.all(
  identityNumbers.map(async (identityNumber, i) => {
    const registered = await api.POST("/api/v1/members", {
      params: { header: create() },
      body: { organizationId: branch, name: names[i]!, identityNumber, standing: "formal", from: home.foundedOn },
    });
    assert.equal(registered.response.status, 201, JSON.stringify(registered.error));
    return registered.data!;
  }),
);

const before = await duties();
const open = before.find((v) => v.ruleId === "TWS-3.3" && v.status === "due");
assert(open, "a general meeting is due this quarter");
assert.equal(open.evidence.length, 0);
assert(open.next, "what is due says what to do");
assert.equal(open.citation.book, "TWS");

const meeting: components["schemas"]["RecordMeeting"] = {
  organizationId: branch,
  record: {
    kinds: ["generalMeeting"],
    heldOn: before.asOf,
    startsAt: "09:30",
    place: "党员活动室",
    chairId: chair!.id,
    recorderId: clerk!.id,
    agenda: [{ text: "通过本季度工作总结" }],
    resolutions: ["同意本季度工作总结。"],
    minutes: "会议由支部书记主持，应到三人，实到两人，请假一人。",
  },
  roll: [
    { personId: chair!.id, status: "present" },
    { personId: clerk!.id, status: "online" },
    { personId: absent!.id, status: "absentWithLeave", reason: "出差" },
  ],
};
const key = create();
const recorded = await secretary.POST("/api/v1/meetings", { params: { header: key }, body: meeting });
assert.equal(recorded.response.status, 201, JSON.stringify(recorded.error));
const again = await secretary.POST("/api/v1/meetings", { params: { header: key }, body: meeting });
assert.equal(again.data?.id, recorded.data!.id, "the same request again gets the same answer");

const met = (await duties()).find((v) => v.ruleId === "TWS-3.3" && v.period.from === open.period.from);
assert.equal(met?.status, "met");
assert.equal(met.metOn, before.asOf);
assert.equal(met.evidence.length, 1);

const rollUp = await api.GET("/api/v1/organizations/{organization}/compliance", { params: { path: { organization: home.superiorId! } } });
assert.equal(rollUp.response.status, 200, JSON.stringify(rollUp.error));
assert(rollUp.data!.rules.some((r) => r.ruleId === "TWS-3.3"), "the roll-up counts the rule");

// A rule refuses, and says which, where it stands and what is wrong.
const refused = await secretary.POST("/api/v1/meetings", { params: { header: create() }, body: { ...meeting, roll: meeting.roll.slice(0, 2) } });
assert.equal(refused.response.status, 422);
assert.equal(refused.error?.code, "roll-incomplete");
assert.equal(refused.error.ruleId, "TWS-3.5");
assert.equal(refused.error.citation?.book, "TWS");

const ended = await api.DELETE("/api/v1/sessions/current");
assert.equal(ended.response.status, 204);
assert.equal((await api.GET("/api/v1/me")).response.status, 401);
console.log("done");

async function signIn(userName: string): Promise<Client<paths>> {
  const client = createClient<paths>({ baseUrl: address! });
  const session = await client.POST("/api/v1/sessions", { body: { userName, password: password! } });
  assert.equal(session.response.status, 201, JSON.stringify(session.error));
  const authorization = `Bearer ${session.data!.accessToken}`;
  client.use({
    onRequest({ request }) {
      request.headers.set("Authorization", authorization);
      return request;
    },
  });
  return client;
}

async function upload(contents: string[]): Promise<Import> {
  const sent = await api.POST("/api/v1/imports", {
    params: { header: create() },
    body: { files: contents },
    bodySerializer: ({ files }) => {
      const form = new FormData();
      files.forEach((content, i) => form.append("files", new Blob([content], { type: "text/csv" }), `list-${i + 1}.csv`));
      return form;
    },
  });
  assert.equal(sent.response.status, 202, JSON.stringify(sent.error));
  assert.equal(sent.response.headers.get("Location"), `/api/v1/imports/${sent.data!.id}`);
  return settled(sent.data!.id);
}

async function settled(id: string): Promise<Import> {
  for (;;) {
    const shown = await api.GET("/api/v1/imports/{import}", { params: { path: { import: id } } });
    assert.equal(shown.response.status, 200, JSON.stringify(shown.error));
    if (shown.data!.status !== "checking" && shown.data!.status !== "confirming") return shown.data!;
    await setTimeout(100);
  }
}

async function listed(organizationCode: string) {
  const found = await api.GET("/api/v1/organizations", { params: { query: { code: organizationCode } } });
  assert.equal(found.response.status, 200, JSON.stringify(found.error));
  return found.data!.items;
}

async function duties(): Promise<Verdict[] & { asOf: string }> {
  const asked = await api.GET("/api/v1/organizations/{organization}/duties", { params: { path: { organization: branch! } } });
  assert.equal(asked.response.status, 200, JSON.stringify(asked.error));
  return Object.assign(asked.data!.items, { asOf: asked.data!.asOf });
}
