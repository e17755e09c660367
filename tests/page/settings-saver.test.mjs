import assert from "node:assert/strict";
import test from "node:test";
import { load, until } from "./page.mjs";

const { SettingsSaver } = await load("settings-saver");
const { different, nested, valuesOf } = await load("settings-paths");

const before = { rotation: 0, quality: 80, stamp: { corner: "top-left", enabled: true } };

/** A saver whose service answers when the test lets it. */
function prepare() {
  const sent = [];
  const saved = [];
  const refused = [];
  const saver = new SettingsSaver({
    send: (change) => new Promise((resolve, reject) => sent.push({ change, resolve, reject })),
    onSaved: (news) => saved.push(news),
    onRefused: (failure) => refused.push(failure),
  });
  saver.load(before);
  return { saver, sent, saved, refused };
}

test("Only what differs is sent, once the finger rests, with a way back", async () => {
  const { saver, sent, saved } = prepare();
  saver.change({ quality: 70 }, "Quality");
  saver.change({ quality: 60 }, "Quality");
  await until(() => sent.length === 1, "the change is sent");
  assert.deepEqual(sent[0].change, { quality: 60 });
  sent[0].resolve({ ...before, quality: 60 });
  await until(() => saved.length === 1, "it is saved");
  assert.deepEqual(saved[0].undo, { quality: 80 });
  assert.equal(saver.settings.quality, 60);
});

test("While a change is on its way the saver is busy, so that no control is set back under the finger", async () => {
  const { saver, sent, saved } = prepare();
  saver.change({ "stamp.corner": "top-right" }, "Corner");
  assert.equal(saver.isBusy, true);
  await until(() => sent.length === 1, "the first is sent");
  saver.change({ "stamp.enabled": false }, "Stamp");
  sent[0].resolve({ ...before, stamp: { corner: "top-right", enabled: true } });
  await until(() => saved.length === 1, "the first is saved");
  assert.equal(saver.isBusy, true);
  await until(() => sent.length === 2, "the second is sent");
  assert.deepEqual(sent[1].change, { stamp: { enabled: false } });
  sent[1].resolve({ ...before, stamp: { corner: "top-right", enabled: false } });
  await until(() => saved.length === 2, "the second is saved");
  assert.equal(saver.isBusy, false);
});

test("A refusal of one leaves the others alone", async () => {
  const { saver, sent, saved, refused } = prepare();
  saver.change({ quality: 5 }, "Quality");
  saver.change({ rotation: 90 }, "Rotation");
  await until(() => sent.length === 1, "the first is sent");
  sent[0].reject(new Error("too low"));
  await until(() => sent.length === 2, "the second is sent");
  sent[1].resolve({ ...before, rotation: 90 });
  await until(() => saved.length === 1, "the second is saved");
  assert.equal(refused[0].message, "too low");
  assert.equal(saver.isBusy, false);
});

test("A change of one camera never reaches the next one", async () => {
  const { saver, sent, saved } = prepare();
  saver.change({ rotation: 90 }, "Rotation");
  await until(() => sent.length === 1, "the first is sent");
  saver.change({ quality: 50 }, "Quality");
  saver.load(null);
  saver.change({ rotation: 180 }, "Rotation");
  saver.load({ ...before, rotation: 270 });
  sent[0].resolve({ ...before, rotation: 90 });
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(sent.length, 1);
  assert.equal(saved.length, 0);
  assert.equal(saver.settings.rotation, 270);
  assert.equal(saver.isBusy, false);
});

test("Paths lead into groups and back", () => {
  assert.deepEqual(nested({ rotation: 90, "stamp.corner": "top-left", "stamp.size": "small" }), {
    rotation: 90,
    stamp: { corner: "top-left", size: "small" },
  });
  assert.deepEqual(valuesOf(["stamp.corner", "stamp.zone"], before), { "stamp.corner": "top-left", "stamp.zone": "" });
  assert.deepEqual(different({ rotation: 0, "stamp.enabled": false }, before), { "stamp.enabled": false });
});
