import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./page.mjs";

const { countdown, describe, reasonOf, seconds } = await load("live-words");

const facts = { age: 100, rate: 15, status: null, isOnline: true, now: 0 };
const pill = (view, more = {}) => {
  const { kind, words, detail } = describe({ phase: "receiving", frameState: "live", cause: null, retryAt: 0, ...view }, { ...facts, ...more });
  return `${kind}: ${words} ${detail}`.trim();
};

test("A fresh picture is live with its rate", () => {
  assert.equal(pill({}), "live: LIVE 15 fps");
  assert.equal(pill({}, { rate: 14.6 }), "live: LIVE 15 fps");
  assert.equal(pill({}, { rate: 0.52 }), "live: LIVE 0.5 fps");
  assert.equal(pill({}, { rate: 0 }), "live: LIVE");
});

test("An old picture is never called live", () => {
  assert.equal(pill({}, { age: 2001 }), "stale: STALE 2 s");
  assert.equal(pill({}, { age: 61_000 }), "stale: STALE 61 s");
  assert.equal(pill({}, { age: 4900, rate: 0.5 }), "live: LIVE 0.5 fps");
  assert.equal(pill({}, { age: 5100, rate: 0.5 }), "stale: STALE 5 s");
});

test("Before the first picture it connects", () => {
  assert.equal(pill({ phase: "connecting", frameState: null }, { age: null }), "connecting: CONNECTING");
  assert.equal(pill({}, { age: null }), "connecting: CONNECTING");
});

test("A lost connection says when it is tried again, and tells the phone's network from the camera's", () => {
  const waiting = { phase: "waiting", retryAt: 1500 };
  assert.equal(pill({ ...waiting, cause: { code: "unreachable" } }), "offline: RECONNECTING in 2 s");
  assert.equal(pill({ ...waiting, cause: { code: "unreachable" } }, { isOnline: false }), "offline: OFFLINE no network");
  assert.equal(pill({ ...waiting, cause: { code: "stopping" } }), "offline: RESTARTING in 2 s");
  assert.equal(pill({ ...waiting, cause: { code: "too-many-viewers" } }), "offline: FULL in 2 s");
  assert.equal(pill({ phase: "connecting", cause: { code: "unreachable" } }), "offline: RECONNECTING now");
});

test("A card is no picture: its reason is told, in the camera's words when they are known", () => {
  assert.equal(pill({ frameState: "no-device" }), "no-signal: NO SIGNAL No device");
  assert.equal(pill({ frameState: "busy" }, { status: { state: "unavailable", reason: "busy", title: "Camera busy" } }), "no-signal: NO SIGNAL Camera busy");
  assert.match(reasonOf("short-frame", null).title, /^Short frame$/);
});

test("A camera that only pauses keeps its last picture, with the age, until it is given up", () => {
  assert.equal(pill({ frameState: "no-frames" }, { age: 4000, status: { state: "live" } }), "stale: STALE 4 s");
  assert.equal(pill({ frameState: "no-frames" }, { age: null }), "no-signal: NO SIGNAL No frames");
  assert.match(pill({ frameState: "no-frames" }, { status: { state: "unavailable", reason: "no-frames", title: "Camera silent" } }), /Camera silent/);
});

test("A hidden page is paused, whatever it knew", () => {
  assert.equal(pill({ phase: "paused" }, { isOnline: false }), "paused: PAUSED");
});

test("Ages are rounded down, waits up, and neither is ever nothing", () => {
  assert.deepEqual([0, 999, 1999].map(seconds), ["1 s", "1 s", "1 s"]);
  assert.deepEqual([-5, 1, 1001].map(countdown), ["1 s", "1 s", "2 s"]);
});
