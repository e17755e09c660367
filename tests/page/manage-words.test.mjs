import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./page.mjs";

const { parseRoute, routeTo } = await load("manage/route");
const { dayOf, relative } = await load("manage/time-words");
const { isSameName } = await load("manage/typed-name");
const { expiryFrom } = await load("manage/people/expiry");
const { rightsFrom, rightsInWords, rowsOf } = await load("manage/people/rights-words");
const { temporaryPassword } = await load("manage/people/temporary-password");
const { mayOn } = await load("rights");
const { sectionsOf } = await load("manage/sections");

const now = Date.parse("2026-11-20T12:00:00Z");
const at = (minutes) => new Date(now + minutes * 60_000).toISOString();
const cameras = [
  { id: "bench", name: "Bench cam" },
  { id: "loft", name: "Loft" },
];

test("Every address leads back to where it came from, and nothing else is one", () => {
  for (const id of ["3", "key-7", "a/b", "ä ?#%"]) {
    assert.deepEqual(parseRoute(routeTo("people", id)), { section: "people", id });
  }

  assert.deepEqual(parseRoute(routeTo("people")), { section: "people", id: null });
  assert.deepEqual(["", "#", "#/", "#failed", "#/people/%E0%A4%A", "#/people/1/2"].map(parseRoute), [null, null, null, null, null, null]);
});

test("Times are said as people say them", () => {
  assert.deepEqual(
    [-0.5, -5, -59, -61, -60 * 30, -60 * 24 * 3, 0.5, 60 * 4 - 0.1, 60 * 24 * 3 - 1, 60 * 24 - 0.1, 59.9].map((minutes) => relative(at(minutes), now)),
    ["just now", "5 min ago", "59 min ago", "1 h ago", "1 day ago", "3 days ago", "in less than a minute", "in 4 h", "in 3 days", "in 1 day", "in 1 h"],
  );
  assert.match(relative(at(-60 * 24 * 30), now), /2026/);
});

test("Days are today, yesterday, or a date", () => {
  const noon = new Date(2026, 10, 20, 12);
  assert.equal(dayOf(new Date(2026, 10, 20, 0, 1), noon), "Today");
  assert.equal(dayOf(new Date(2026, 10, 19, 23, 59), noon), "Yesterday");
  assert.match(dayOf(new Date(2026, 10, 18, 23, 59), noon), /18/);
});

test("A typed name is the same whatever its case, and no other is", () => {
  assert.ok(isSameName(" ada LOVELACE ", "Ada Lovelace"));
  assert.ok(isSameName("ﬁlament", "filament"));
  assert.ok(!isSameName("Ada Lovelac", "Ada Lovelace"));
  assert.ok(!isSameName("", "Ada Lovelace"));
});

test("What is allowed everywhere is not said again for one camera", () => {
  assert.deepEqual(rightsFrom({ "*": ["watch"], bench: ["watch", "photo"], loft: [] }), { "*": ["watch"], bench: ["photo"] });
  assert.deepEqual(rightsFrom({ "*": [], bench: [] }), {});
});

test("Rights are said in words", () => {
  assert.deepEqual(rightsInWords({ "*": ["watch", "photo"], bench: ["settings"] }, cameras), ["Watch and photos on every camera", "Settings on Bench cam"]);
  assert.deepEqual(rightsInWords({ bench: ["photo", "watch", "control"] }, cameras), ["Watch, photos, light and printer on Bench cam"]);
  assert.deepEqual(rightsInWords({}, cameras), ["No camera at all"]);
  assert.deepEqual(rightsInWords({ "*": ["watch"] }, cameras.slice(0, 1)), ["Watch on Bench cam"]);
});

test("A camera that is gone can still have its rights taken away", () => {
  assert.deepEqual(rowsOf({ old: ["watch"] }, cameras).map(([id]) => id), ["*", "bench", "loft", "old"]);
  assert.deepEqual(rowsOf({ "*": ["watch"] }, cameras.slice(0, 1)), [["*", "Bench cam"]]);
  assert.deepEqual(rowsOf({ bench: ["watch"] }, cameras.slice(0, 1)).map(([id]) => id), ["*", "bench"]);
});

test("A temporary password is long, easy to read aloud, and fair", () => {
  assert.match(temporaryPassword(), /^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
  assert.notEqual(temporaryPassword(), temporaryPassword());
  const values = [255, 248, 0];
  assert.equal(temporaryPassword(() => [values.length > 1 ? values.shift() : values[0]]), "aaaa-aaaa-aaaa-aaaa", "what would favour some letters is thrown away");
});

test("An end is a moment from now, or none", () => {
  assert.equal(expiryFrom("3600000", now), at(60));
  assert.equal(expiryFrom("", now), null);
});

test("Nobody is offered what would be refused", () => {
  const viewer = { isAdministrator: false, rights: { "*": ["watch"], bench: ["settings"] } };
  assert.deepEqual([mayOn(viewer, "bench", "settings"), mayOn(viewer, "loft", "settings"), mayOn(viewer, "loft", "watch")], [true, false, true]);
  assert.ok(mayOn({ isAdministrator: true }, "loft", "control"));
  assert.deepEqual(sectionsOf(viewer).map(({ id }) => id), ["account", "keys"]);
  assert.equal(sectionsOf({ isAdministrator: true }).length, 8);
});

test("What the service refuses is said at the field it is about", async () => {
  const { FieldProblem, placesOf } = await load("manage/field-problem");
  const refusal = { code: "name-taken", title: "There is an account with that name", message: "Choose another one." };
  assert.deepEqual(placesOf(refusal), { name: ["There is an account with that name. Choose another one."] });
  assert.deepEqual(placesOf(new FieldProblem("code", "Type it.")), { code: ["Type it."] });
  assert.deepEqual(placesOf({ code: "wrong-settings", message: "x", fields: { minutes: ["Too long."] } }), { minutes: ["Too long."] });
  assert.deepEqual(placesOf(new Error("The camera does not answer.")), {});
});
