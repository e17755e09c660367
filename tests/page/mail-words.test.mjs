import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./page.mjs";

const { attentionWords, inPlainWords, isNobodyBelieved, mailboxWords, serverWords, waitingWords } = await load("manage/mail/mail-words");
const { accountChange } = await load("manage/mail/account-change");
const { took, walkWords } = await load("manage/mail/walk-words");
const { inGroups, wordsBesideCode } = await load("manage/mail/sheet-words");

const mailbox = (state, more = {}) => ({ pollingSeconds: 60, mailbox: { state, nextTryAt: null, ...more } });

test("A mailbox that is tried again is not one that waits for its owner", () => {
  assert.equal(mailboxWords(mailbox("failed")).word, "Needs you");
  assert.equal(mailboxWords(mailbox("failed", { nextTryAt: "2026-11-21T12:00:00Z" })).word, "Not connected");
  assert.match(mailboxWords(mailbox("polling")).sentence, /60 seconds/);
  assert.equal(mailboxWords(mailbox("waiting")).kind, "good");
});

test("What needs the owner has a title and one thing to press, also what nobody knows yet", () => {
  assert.equal(attentionWords({ attention: null }), null);
  assert.deepEqual(attentionWords({ attention: { code: "mailbox-refused", message: "No." } }), { title: "The mail server refuses this camera", action: "Mend it", text: "No." });
  assert.ok(attentionWords({ attention: { code: "something-new", message: "No." } }).action);
});

test("Servers and waiting mails in words", () => {
  assert.equal(serverWords({ host: "imap.example.org", port: 143, encryption: "starttls" }), "imap.example.org:143, STARTTLS");
  assert.deepEqual([0, 1, 3].map((waiting) => waitingWords({ waiting })), ["nothing waits", "1 mail waits", "3 mails wait"]);
});

const shown = {
  incoming: { host: "imap.gmail.com", port: 993, encryption: "tls" },
  outgoing: { host: "smtp.gmail.com", port: 465, encryption: "tls" },
};
const typed = {
  address: " camera@gmail.com ",
  password: "",
  user: "",
  "incoming.host": "imap.gmail.com",
  "incoming.port": "993",
  "incoming.encryption": "tls",
  "outgoing.host": "smtp.gmail.com",
  "outgoing.port": "587",
  "outgoing.encryption": "starttls",
  folder: "INBOX",
  pollingSeconds: "",
  mailsPerHour: "20",
};

test("What nobody typed is left to the service: password, servers, numbers", () => {
  assert.deepEqual(accountChange({ id: "gmail" }, typed, shown), {
    provider: "gmail",
    authentication: "password",
    address: "camera@gmail.com",
    user: "camera@gmail.com",
    outgoing: { host: "smtp.gmail.com", port: 587, encryption: "starttls" },
    folder: "INBOX",
    mailsPerHour: 20,
  });
});

test("A server of one's own and a password go as they were typed", () => {
  const change = accountChange({ id: "own" }, { ...typed, password: " with blanks ", user: "cam" }, { incoming: null, outgoing: null });
  assert.equal(change.password, " with blanks ");
  assert.equal(change.user, "cam");
  assert.equal(change.incoming.host, "imap.gmail.com");
});

const steps = (...states) => states.map((state, i) => ({ id: `${i}`, title: `Step ${i}`, state }));

test("The test says where it is, where it stopped, and when all is well", () => {
  assert.equal(walkWords({ isRunning: false, steps: [] }).words, "Not tested yet.");
  assert.equal(walkWords({ isRunning: true, steps: steps("passed", "running", "waiting") }).words, "Step 2 of 3: Step 1");
  assert.equal(walkWords({ isRunning: true, steps: steps("failed", "running", "waiting") }).kind, "busy");
  assert.deepEqual(walkWords({ isRunning: false, steps: steps("passed", "failed", "skipped") }), { kind: "bad", words: "“Step 1” fails." });
  assert.equal(walkWords({ isRunning: false, steps: steps("failed", "skipped", "failed") }).words, "2 steps fail.");
  assert.equal(walkWords({ isRunning: false, steps: steps("passed", "skipped", "passed") }).kind, "good");
  assert.equal(walkWords({ isRunning: false, steps: steps("passed", "waiting") }).kind, "");
  assert.deepEqual([38, 1240].map(took), ["38 ms", "1.2 s"]);
});

test("The sheet names cameras only where there are several, and letters in fours", () => {
  assert.equal(inGroups("ABCDEFGHIJ"), "ABCD EFGH IJ");
  assert.deepEqual(wordsBesideCode([{ name: "Bench" }]).map(([word]) => word), ["rotate", "status"]);
  assert.deepEqual(wordsBesideCode([{ name: "Bench" }, { name: "Resin" }]).map(([word]) => word), ["Bench", "Resin", "rotate", "status"]);
});

test("At its field a setting is not called by its programmer's name", () => {
  const { fields } = inPlainWords({ fields: { "incoming.host": ["incoming.host is missing; write the server's name."], password: ["Never said so."] } });
  assert.deepEqual(fields, { "incoming.host": ["It is missing; write the server's name."], password: ["Never said so."] });
  assert.deepEqual(inPlainWords(new Error("No answer")).message, "No answer");
});

test("Where senders must be confirmed, somebody has to say by whom", () => {
  const providers = [{ id: "gmail", authservId: "mx.google.com" }, { id: "own", authservId: null }];
  const known = (provider, replies) => ({ providers, mail: { provider }, replies });
  assert.ok(isNobodyBelieved(known("own", { needsAuthentication: true, authservId: "" })));
  assert.ok(!isNobodyBelieved(known("own", { needsAuthentication: true, authservId: "mx.example.org" })));
  assert.ok(!isNobodyBelieved(known("own", { needsAuthentication: false, authservId: "" })));
  assert.ok(!isNobodyBelieved(known("gmail", { needsAuthentication: true, authservId: "" })));
  assert.ok(!isNobodyBelieved(known("own", null)));
});
