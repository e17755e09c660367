import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./page.mjs";

const { asChange, draftOf, isSame, problemOf, withAdded, withEnabled, withoutEntry } = await load("manage/addresses/draft");
const { queryOf } = await load("manage/log/log-query");
const { iconOf, kindInWords } = await load("manage/log/kinds");

const lists = {
  allow: { enabled: false, entries: [{ range: "10.0.0.0/8", hits: 7 }] },
  block: { enabled: true, entries: [] },
  homeNetworks: { enabled: false, entries: [] },
  trustedProxies: ["127.0.0.1/32"],
  pending: null,
};

test("What is edited is only what can be changed, and undone it is the same again", () => {
  const draft = draftOf(lists);
  assert.deepEqual(Object.keys(draft), ["allow", "block", "homeNetworks"]);
  const other = withAdded(draft, "allow", "192.168.1.9");
  assert.ok(!isSame(draft, other));
  assert.ok(isSame(draft, withoutEntry(other, "allow", "192.168.1.9")));
  assert.ok(isSame(draft, withEnabled(withEnabled(draft, "allow", true), "allow", false)));
  assert.deepEqual(draft, draftOf(lists), "a draft is never changed in place");
});

test("Several entries can be pasted at once, and none is there twice", () => {
  const { entries } = withAdded(draftOf(lists), "allow", " fd00::/8,\n10.0.0.0/8\n\n192.168.*; ").allow;
  assert.deepEqual(entries, ["10.0.0.0/8", "fd00::/8", "192.168.*"]);
});

test("A list is sent as the service takes it", () => {
  assert.deepEqual(asChange(draftOf(lists), { confirm: true }), {
    allow: { enabled: false, entries: [{ range: "10.0.0.0/8" }] },
    block: { enabled: true, entries: [] },
    homeNetworks: { enabled: false, entries: [] },
    confirm: true,
  });
});

test("What is wrong with one list is not said at another", () => {
  const problems = { "block.entries[0]": ["\"x\" is no address."] };
  assert.equal(problemOf(problems, "block"), '"x" is no address.');
  assert.equal(problemOf(problems, "allow"), "");
  assert.equal(problemOf(undefined, "allow"), "");
});

test("The log is asked for what the chips and the words say", () => {
  assert.equal(queryOf({}), "");
  assert.equal(queryOf({ filter: "alerts", words: "  grace ", before: 31, limit: 50 }), "?alerts=true&q=grace&before=31&limit=50");
  assert.match(queryOf({ filter: "keys" }), /^\?kind=key-made%2Ckey-revoked/);
  assert.equal(queryOf({ format: "csv", words: "a&b" }), "?format=csv&q=a%26b");
});

test("Every kind of entry has a face, also one that nobody knows yet", () => {
  assert.equal(iconOf({ kind: "ticket-made" }), "link");
  assert.equal(iconOf({ kind: "something-new" }), "clock");
  assert.equal(iconOf({ kind: "something-new", isAlert: true }), "alert");
  assert.equal(kindInWords("account-added"), "Account added");
});
