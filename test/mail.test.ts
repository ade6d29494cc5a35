// Mail over real SMTP: a server in this process that takes mail, refuses it for now or for good, or says nothing at all; and an
// engine in memory whose orders lead to mail. What is told to whom stands in mailRules.test.ts.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { readSettings } from "../src/settings.ts";
import { openPost } from "../src/mail/post.ts";
import { orderBody, startTestServer, type Json, type TestServer } from "./support/client.ts";
import { newDatabase } from "./support/stores.ts";
import { openSmtp, until, type Smtp } from "./support/smtp.ts";
import { demoBrowser, openBrowser } from "./support/browser.ts";

const FROM = "Rescind Shop <orders@shop.example>";
const ann = { id: "ann", name: "Ann", country: "DE", email: "ann@example.org" };
const cactus = { id: "cactus", name: "Cactus Shop", country: "CN", email: "cactus@example.org" };
const order = (externalId: string, more: object = {}) => ({ ...orderBody(externalId), buyer: ann, seller: cactus, ...more });

/** A sandbox whose mail really goes out, to a server of ours; one that says nothing is left after three seconds. */
let house: { server: TestServer; smtp: Smtp };
before(async () => {
  const smtp = await openSmtp();
  house = { smtp, server: await startTestServer({ mail: { smtp: { smtpUrl: smtp.url, from: FROM }, baseUrl: "https://shop.example", timeoutMs: 3_000 } }) };
});
after(async () => {
  await house.server.close();
  await house.smtp.close();
});

const place = async (server: TestServer, externalId: string, more: object = {}): Promise<Json> => server.place(order(externalId, more));
const kindsTo = (smtp: Smtp, address: string): string[] => smtp.received.filter(({ to }) => to.includes(address)).map(({ subject }) => subject);
const mailsOf = async (server: TestServer, query = ""): Promise<Json[]> => (await server.operator.get(`/v1/mails${query}`)).body.mails;

describe("an order's mail", () => {
  test("reaches both sides in their languages, each mail once, with a Message-ID that stays", async () => {
    const { server, smtp } = house;
    const { id } = await place(server, "M-1", { locale: "ru" });
    const buyer = await server.as("buyer", "ann");
    await buyer.command(id, { type: "PayOrder", method: "card" });
    await server.advance("PT2H");
    await buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted", note: "Please, I ordered twice." });
    const asked = await until(() => smtp.received.find(({ to, subject }) => to.includes(cactus.email) && subject.includes("买家申请取消")), "the seller's mail");
    assert.match(asked.text, /Please, I ordered twice\./);
    assert.match(asked.text, /您：请在 .+ GMT.+前答复申请。否则：/);
    assert.match(asked.text, new RegExp(`https://shop\\.example/orders/${id}`));
    const paid = await until(() => smtp.received.find(({ to, subject }) => to.includes(ann.email) && subject.includes("Платёж подтверждён")), "the buyer's mail");
    assert.match(paid.text, /Здравствуйте, Ann!/);
    assert.match(paid.text, /12,50 USD/);
    await until(async () => (await mailsOf(server)).every(({ status }) => status === "sent"), "every answer");
    const mails = await mailsOf(server);
    assert.deepEqual(smtp.received.map(({ headers }) => headers["message-id"]).sort(), mails.map((mail) => `<${mail.id}@shop.example>`).sort());
    assert.equal(new Set(mails.map((mail) => `${mail.orderId} ${mail.seq} ${mail.person} ${mail.kind}`)).size, mails.length);
    assert.ok(mails.every(({ attempts, answer }) => attempts === 1 && /250|OK/.test(answer)), JSON.stringify(mails));
    const kept = JSON.stringify(await server.engine.store.mails.list({ statuses: ["sent"], before: null, limit: 100 }));
    assert.ok(!kept.includes("@example.org") && !kept.includes("ordered twice"), "neither an address nor anybody's words are kept");
  });

  test("before silence costs somebody, each reminder is one mail", async () => {
    const { server, smtp } = house;
    const { id } = await place(server, "M-2");
    const buyer = await server.as("buyer", "ann");
    await buyer.command(id, { type: "PayOrder", method: "card" });
    await server.advance("PT2H");
    await buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted" });
    await server.advance("P13DT12H");
    const { events } = (await server.operator.get(`/v1/orders/${id}/events`)).body;
    const reminders = events.filter(({ type, data }: Json) => type === "PartyReminded" && data.who === "seller");
    assert.ok(reminders.length >= 2, "at half time and a day before");
    await until(() => smtp.received.filter(({ to, subject }) => to.includes(cactus.email) && subject.startsWith("提醒：") && subject.includes("M-2")).length === reminders.length, "a mail for each");
    await server.advance("P1DT1S");
    const silent = await until(() => smtp.received.find(({ to, subject }) => to.includes(ann.email) && /Cancellation accepted: order M-2/.test(subject)), "what silence led to");
    assert.match(silent.text, /cannot be turned off/);
    assert.equal(silent.headers["list-unsubscribe"], undefined);
  });

  test("can be turned off by one click where it is not required, and only by a link of ours", async () => {
    const { server, smtp } = house;
    const ben = { id: "ben", name: "Ben", country: "US", email: "ben@example.org" };
    await place(server, "M-3", { buyer: ben });
    const optional = await until(() => smtp.received.find(({ to }) => to.includes(ben.email)), "an optional mail");
    assert.equal(optional.headers["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
    const link = /^<(https:\/\/shop\.example\/v1\/mail\/unsubscribe\/[\w.-]+)>$/.exec(optional.headers["list-unsubscribe"] ?? "")?.[1] ?? "";
    const path = new URL(link).pathname;
    const shown = await server.nobody.get(path);
    assert.match(String(shown.body), /<form method="post">/);
    await place(server, "M-4", { buyer: ben });
    await until(() => kindsTo(smtp, ben.email).some((subject) => subject.includes("M-4")), "looking at the page turns nothing off");
    const posted = await fetch(server.url + path, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://mail.example", "sec-fetch-site": "cross-site" }, body: "List-Unsubscribe=One-Click" });
    assert.equal(posted.status, 200);
    const { id } = await place(server, "M-5", { buyer: ben });
    const buyer = await server.as("buyer", "ben");
    await buyer.command(id, { type: "PayOrder", method: "card" });
    await server.advance("PT2H");
    await buyer.command(id, { type: "CancelOrder", reason: "noLongerWanted" });
    await buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted" });
    await (await server.as("seller", "cactus")).command(id, { type: "AcceptCancellation" });
    await until(() => kindsTo(smtp, ben.email).some((subject) => subject.includes("M-5")), "what is required still comes");
    await until(async () => (await mailsOf(server, "?status=waiting")).length === 0, "all are sent");
    assert.ok(kindsTo(smtp, ben.email).every((subject) => !/M-5/.test(subject) || /Cancellation accepted|Refund/.test(subject)), kindsTo(smtp, ben.email).join("\n"));
    for (const forged of [`${path}x`, path.replace(/.\./, "A."), "/v1/mail/unsubscribe/x"]) assert.equal((await server.nobody.post(forged)).status, 404, forged);
  });

  test("nothing that people write becomes a header or a tag", async () => {
    const { server, smtp } = house;
    const evil = "<script>alert(1)</script>\r\nBcc: victim@example.org\r\n\r\n<img src=x onerror=alert(1)>";
    const eve = { id: "eve", name: `Eve ${evil}`.slice(0, 100), country: "US", email: "eve@example.org" };
    const { id } = await place(server, "M-6<b>\u202Etxt", { buyer: eve });
    const buyer = await server.as("buyer", "eve");
    await buyer.post(`/v1/orders/${id}/messages`, { text: evil });
    const mail = await until(() => smtp.received.find(({ to, text }) => to.includes(cactus.email) && text.includes("alert(1)")), "the message");
    assert.deepEqual(mail.envelope, [cactus.email]);
    assert.equal(mail.headers.bcc, undefined);
    assert.ok(!/<script|<img/i.test(mail.html), mail.html);
    assert.match(mail.html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.match(mail.subject, /M-6<b> txt$/);
    const placed = await until(() => smtp.received.find(({ to }) => to.includes(eve.email)), "Eve's own");
    assert.ok(!/<script/.test(placed.html) && placed.html.includes("&lt;script&gt;"), "her name is text");
    assert.ok(smtp.received.every(({ envelope }) => envelope.length === 1 && !envelope.includes("victim@example.org")));
  });

  test("an erased person gets none", async () => {
    const { server, smtp } = house;
    const gone = { id: "gone", name: "Gone", country: "US", email: "gone@example.org" };
    smtp.answers.set(gone.email, { code: 451, text: "later" });
    await place(server, "M-7", { buyer: gone });
    await until(async () => (await mailsOf(server, "?status=waiting")).some(({ person, answer }) => person === "buyer/gone" && /451/.test(answer ?? "")), "a first try");
    assert.equal((await server.operator.call("DELETE", "/v1/people/buyer/gone/words")).status, 200);
    smtp.answers.delete(gone.email);
    const [mail] = (await mailsOf(server, "?status=waiting")).filter(({ person }) => person === "buyer/gone");
    assert.equal((await server.operator.post(`/v1/mails/${mail!.id}/again`)).status, 200);
    await until(async () => (await mailsOf(server, "?status=notSent")).some(({ id, answer }) => id === mail!.id && answer === "erased"), "it is not sent");
    assert.equal(kindsTo(smtp, gone.email).length, 0);
  });
});

describe("a mail server that", () => {
  const mailTo = async (person: string, status: string): Promise<Json> => until(async () => (await mailsOf(house.server)).find((mail) => mail.person === person && mail.status === status && (status !== "waiting" || mail.answer !== null)), `${person} ${status}`);
  const placeFor = (id: string) => place(house.server, `S-${id}`, { buyer: { id, name: id, country: "US", email: `${id}@example.org` } });

  test("refuses for now is asked again, and the mail keeps its id", async () => {
    const { server, smtp } = house;
    smtp.answers.set("now@example.org", { code: 450, text: "mailbox busy" });
    await placeFor("now");
    const waiting = await mailTo("buyer/now", "waiting");
    assert.deepEqual([waiting.attempts, /450/.test(waiting.answer)], [1, true]);
    const later = Date.parse(waiting.dueAt) - Date.now();
    assert.ok(later > 0 && later <= 60_000, `in ${later} ms`);
    smtp.answers.delete("now@example.org");
    await server.operator.post(`/v1/mails/${waiting.id}/again`);
    const sent = await mailTo("buyer/now", "sent");
    assert.deepEqual([sent.id, sent.attempts], [waiting.id, 2]);
    assert.equal(smtp.received.filter(({ to }) => to.includes("now@example.org")).length, 1);
  });

  test("refuses for good is not asked again, and operators see why, without the address", async () => {
    house.smtp.answers.set("never@example.org", { code: 550, text: "no such user never@example.org" });
    await placeFor("never");
    const refused = await mailTo("buyer/never", "refused");
    assert.match(refused.answer, /550/);
    assert.ok(!refused.answer.includes("never@"), refused.answer);
    assert.equal(refused.dueAt, null);
    assert.deepEqual((await mailsOf(house.server, "?status=refused")).map(({ id }) => id), [refused.id]);
  });

  test("says nothing is left after a while and asked again, and the others do not wait for it", async () => {
    house.smtp.answers.set("silent@example.org", "hang");
    await placeFor("silent");
    await placeFor("lively");
    await mailTo("buyer/lively", "sent");
    const waiting = await mailTo("buyer/silent", "waiting");
    assert.match(waiting.answer, /timeout/i);
    house.smtp.answers.delete("silent@example.org");
  });

  test("took it while this process was killed gets it once more, under the same id, and then no more", async () => {
    const { server, smtp } = house;
    const { mails } = server.engine.store;
    smtp.answers.set("twice@example.org", { code: 451, text: "later" });
    await placeFor("twice");
    const { id } = await mailTo("buyer/twice", "waiting");
    smtp.answers.delete("twice@example.org");
    // Another process takes it, sends it, and dies before it has written that down.
    await mails.again(id, 0);
    const [taken] = await mails.take(Date.now(), 50, 1);
    assert.equal(taken!.id, id);
    assert.deepEqual(await mails.take(Date.now(), 50, 10), [], "nobody else gets it meanwhile");
    const post = openPost({ smtpUrl: smtp.url, from: FROM });
    await post.post({ id, to: "twice@example.org", written: { subject: "sent before", text: "sent before", html: "sent before" }, unsubscribeAt: null });
    post.close();
    await until(async () => (await mails.find(id))!.status === "sent" || void (await server.operator.post(`/v1/mails/${id}/again`)), "it is sent again");
    const ids = smtp.received.filter(({ to }) => to.includes("twice@example.org")).map(({ headers }) => headers["message-id"]);
    assert.deepEqual(ids, [`<${id}@shop.example>`, `<${id}@shop.example>`]);
    assert.equal((await server.operator.post(`/v1/mails/${id}/again`)).status, 404, "what was sent is not sent again");
  });
});

describe("letters and withdrawals without an account", () => {
  test("an account's letters arrive with links that work, and are not kept", async () => {
    const { server, smtp } = house;
    const browser = openBrowser(server);
    const signUp = await browser.call("POST", "/v1/auth/sign-up/email", { name: "Mei", email: "mei@example.org", password: "a long password" }, { headers: { "accept-language": "zh-CN" } });
    assert.equal(signUp.status, 200);
    const mail = await until(() => smtp.received.find(({ to }) => to.includes("mei@example.org")), "the letter");
    assert.match(mail.subject, /确认您的电子邮箱/);
    const link = /https:\/\/shop\.example(\S+)/.exec(mail.text)![1]!;
    assert.ok((await browser.get(link)).status < 400);
    assert.equal((await browser.get("/v1/session")).body.person.emailProven, true);
    await browser.post("/v1/auth/request-password-reset", { email: "mei@example.org" });
    const reset = await until(() => smtp.received.find(({ to, text }) => to.includes("mei@example.org") && text.includes("/set-password?token=")), "the second");
    const token = /token=([\w-]+)/.exec(reset.text)![1]!;
    assert.equal((await browser.post("/v1/auth/reset-password", { token, newPassword: "another long password" })).status, 200);
    await server.operator.post("/v1/people", { email: "mod@example.org", role: "mediator", id: "mod", name: "Mo" });
    await until(() => smtp.received.find(({ to, subject }) => to.includes("mod@example.org") && subject === "You are invited"), "the invitation");
    const rows = await until(async () => {
      const all = (await server.engine.store.mails.list({ statuses: ["sent"], before: null, limit: 200 })).filter(({ orderId }) => orderId === null);
      return all.length === 3 ? all : null;
    }, "all are recorded");
    assert.ok(rows.every(({ sealed }) => sealed === null), "token and address are gone");
  });

  test("a claim that goes to the mediators is told to those who have an account", async () => {
    const { server, smtp } = house;
    const { id } = await place(server, "L-1");
    const buyer = await server.as("buyer", "ann");
    const seller = await server.as("seller", "cactus");
    await buyer.command(id, { type: "PayOrder", method: "card" });
    await server.advance("PT2H");
    await seller.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: "SB-MAIL-1" });
    await server.advance("P12D");
    assert.equal((await buyer.command(id, { type: "OpenClaim", ground: "notTracked" })).status, 200);
    await seller.command(id, { type: "RefuseClaim", note: "It is on its way." });
    await server.advance("P8D");
    await buyer.command(id, { type: "EscalateClaim" });
    const claim = (await server.operator.get(`/v1/orders/${id}`)).body.claims[0].id;
    const mail = await until(() => smtp.received.find(({ to, text }) => to.includes("mod@example.org") && text.includes(`/mediation/${id}/${claim}`)), "the mediator's mail");
    assert.match(mail.text, /You: .+, by .+\. Otherwise: /);
  });

  test("who withdraws without an account gets the acknowledgement, whole, in their language, once", async () => {
    const { server, smtp } = house;
    const said = await server.nobody.call("POST", "/v1/withdrawals", { orderNumber: "NO-SUCH", name: "Ирина", email: "irina@example.org" }, { headers: { "accept-language": "ru" } });
    assert.equal(smtp.received.some(({ to }) => to.includes("irina@example.org")), false);
    const confirmed = await server.nobody.post(`/v1/withdrawals/${said.body.id}/confirm`);
    await server.nobody.post(`/v1/withdrawals/${said.body.id}/confirm`);
    const mail = await until(() => smtp.received.find(({ to }) => to.includes("irina@example.org")), "the acknowledgement");
    assert.ok(mail.text.includes(confirmed.body.document.trim()), mail.text);
    assert.match(mail.subject, /Подтверждение отказа/);
    await until(async () => (await mailsOf(server)).some(({ kind, status }) => kind === "withdrawalAcknowledged" && status === "sent"), "it is recorded");
    assert.equal(kindsTo(smtp, "irina@example.org").length, 1);
    const kept = (await mailsOf(server)).find(({ kind }) => kind === "withdrawalAcknowledged");
    assert.equal(kept!.person, `guest/${createHash("sha256").update(said.body.id).digest("hex")}`);
  });

  test("who is signed in turns optional mail off and chooses a language", async () => {
    const browser = await demoBrowser(house.server, "demo-jonas");
    assert.deepEqual((await browser.get("/v1/me/mail")).body, { optional: true, language: null });
    assert.equal((await browser.call("PUT", "/v1/me/mail", { optional: false, language: "zh" })).status, 200);
    assert.deepEqual((await browser.get("/v1/me/mail")).body, { optional: false, language: "zh" });
    assert.equal((await browser.call("PUT", "/v1/me/mail", { optional: true, language: "fr" })).status, 422);
    assert.equal((await browser.call("PUT", "/v1/me/mail", { optional: true }, { headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" } })).status, 403);
  });
});

test("two servers over one PostgreSQL send each mail once", async () => {
  const { smtp } = house;
  const database = await newDatabase();
  const options = { databaseUrl: database.url, mail: { smtp: { smtpUrl: smtp.url, from: FROM }, baseUrl: "https://shop.example" } };
  const servers = [await startTestServer(options), await startTestServer(options)];
  const address = "eva@example.org";
  const ids = () => smtp.received.filter(({ to }) => to.includes(address)).map(({ headers }) => headers["message-id"]);
  try {
    await Promise.all(Array.from({ length: 24 }, (_, index) => place(servers[index % 2]!, `T-${index}`, { buyer: { id: `eva-${index}`, name: "Eva", country: "US", email: address } })));
    await until(() => new Set(ids()).size === 24, "a mail for each");
    await until(async () => (await mailsOf(servers[0]!, "?status=sent&limit=200")).length === 24, "each is recorded");
    assert.equal(await servers[0]!.engine.store.mails.earliest(), null);
    assert.equal(ids().length, 24);
  } finally {
    for (const server of servers) await server.close();
    await database.forget();
  }
});

test("an order that changes while its mails are kept is told of again at once", async () => {
  const database = await newDatabase();
  const server = await startTestServer({ databaseUrl: database.url });
  const { mails } = server.engine.store;
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  try {
    await mails.switch(true, Date.now());
    const { id } = await place(server, "T-RACE");
    const [lease] = await mails.lease(Date.now(), 60_000, 16);
    await other.query("BEGIN");
    await other.query("UPDATE mail_queue SET latest_seq = 9 WHERE order_id = $1", [id]);
    const telling = mails.told(lease!, 1, [], Date.now());
    await until(async () => (await other.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rowCount === 1, "the one that waits for the other");
    await other.query("COMMIT");
    await telling;
    assert.deepEqual((await mails.lease(Date.now(), 60_000, 16)).map(({ orderId, toldSeq }) => [orderId, toldSeq]), [[id, 1]]);
  } finally {
    await other.end();
    await server.close();
    await database.forget();
  }
});

test("mail settings that cannot be are refused", () => {
  const base = { SMTP_URL: "smtps://user:pass@mail.example:465", MAIL_FROM: "Shop <orders@shop.example>", BASE_URL: "https://shop.example" };
  assert.deepEqual(readSettings(base).smtp, { smtpUrl: base.SMTP_URL, from: base.MAIL_FROM });
  assert.equal(readSettings({}).smtp, null);
  for (const [name, wrong] of [["SMTP_URL", "http://mail.example"], ["MAIL_FROM", "nobody"], ["MAIL_FROM", "a@b\r\nBcc: c@d"], ["MAIL_FROM", ""], ["BASE_URL", ""]] as const) {
    assert.throws(() => readSettings({ ...base, [name]: wrong }), new RegExp(name));
  }
});
