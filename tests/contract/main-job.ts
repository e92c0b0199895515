// The product's main job through a client that is generated from its document: from signing in to the verdicts and their reasons.
// An officer registers members and reads how his town stands; the branch's secretary records a meeting.
//   node main-job.js ADDRESS OFFICER SECRETARY PASSWORD BRANCH IDENTITY-NUMBER IDENTITY-NUMBER IDENTITY-NUMBER
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./generated/api.js";

type Verdict = components["schemas"]["VerdictAnswer"];

const [address, officerName, secretaryName, password, branch, ...identityNumbers] = process.argv.slice(2);
assert(address && officerName && secretaryName && password && branch && identityNumbers.length === 3, "see the first lines of main-job.ts");

const create = () => ({ "Idempotency-Key": randomUUID() });
const api = await signIn(officerName);
const secretary = await signIn(secretaryName);

const me = await api.GET("/api/v1/me");
assert.equal(me.data?.userName, officerName);

const organizations = await api.GET("/api/v1/organizations", { params: { query: { type: "branch" } } });
const home = organizations.data?.items.find((o) => o.id === branch);
assert(home, `the branch ${branch} is in the list`);
assert.equal(home.type, "branch");

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

async function duties(): Promise<Verdict[] & { asOf: string }> {
  const asked = await api.GET("/api/v1/organizations/{organization}/duties", { params: { path: { organization: branch! } } });
  assert.equal(asked.response.status, 200, JSON.stringify(asked.error));
  return Object.assign(asked.data!.items, { asOf: asked.data!.asOf });
}
