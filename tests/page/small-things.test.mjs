import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./page.mjs";

const { RetryDelay } = await load("retry-delay");
const { ServerClock } = await load("server-clock");
const { isWholeCode, plainCode, shownCode } = await load("setup-code-format");
const { strengthOf } = await load("password-strength");
const { clamp: clampExactly, fit, isZoomed, scaleAt } = await load("zoom-geometry");
const { example, FORMATS } = await load("stamp-formats");
const { snapshotName } = await load("snapshot");

// Minus nought is nought to a browser.
const clamp = (...given) => Object.fromEntries(Object.entries(clampExactly(...given)).map(([name, value]) => [name, value + 0]));

test("Waits grow to what a person can look at, and begin anew after success", () => {
  const delay = new RetryDelay();
  assert.deepEqual(Array.from({ length: 6 }, () => delay.next()), [500, 1000, 2000, 5000, 5000, 5000]);
  delay.reset();
  assert.equal(delay.next(), 500);
});

test("The camera's time is known to half a round trip, from the best answer lately", () => {
  let here = 1_000_000;
  const clock = new ServerClock(() => here);
  clock.learn(here, here + 200, 5_000_100);
  assert.equal(clock.now(), 5_000_000);
  clock.learn(here, here + 2000, 9_000_000);
  assert.equal(clock.now(), 5_000_000, "a slow answer does not spoil a quick one");
  here += 130_000;
  clock.learn(here, here + 2000, 9_001_000);
  assert.equal(clock.now(), 9_000_000, "but an old one is worth nothing");
});

test("A picture cannot have been taken later than now", () => {
  const clock = new ServerClock(() => 1000);
  clock.learnAtLeast(7000);
  assert.equal(clock.now(), 7000);
  clock.learnAtLeast(6000);
  assert.equal(clock.now(), 7000);
});

test("A set-up code looks as it is shown however it is typed", () => {
  assert.equal(shownCode("7k2m 9qxd-4h"), "7K2M-9QXD-4H");
  assert.equal(plainCode("7k2m-9qxd-4htr-more"), "7K2M9QXD4HTR");
  assert.deepEqual(["7K2M-9QXD-4HTR", "7K2M-9QXD-4HT", ""].map(isWholeCode), [true, false, false]);
});

test("Passwords are judged by what somebody would guess", () => {
  assert.deepEqual([strengthOf("").level, strengthOf("short").level], [0, 0]);
  assert.equal(strengthOf("short").words, "Too short: 5 more.");
  assert.equal(strengthOf("aaaaaaaaaaaa").level, 1);
  assert.equal(strengthOf("password1234").level, 1);
  assert.equal(strengthOf("ada lovelace", "Ada Lovelace").level, 1);
  assert.ok(strengthOf("nine lives of a cat").level >= 3);
  assert.ok(strengthOf("copper kettle violin").level > strengthOf("qwertyuiop12").level);
});

test("A zoomed picture stays under the finger and never leaves its box", () => {
  const box = { width: 400, height: 400 };
  const picture = { width: 1600, height: 800 };
  const point = { x: 100, y: 200 };
  const view = scaleAt(fit(), 2, point);
  assert.deepEqual(view, { scale: 2, x: -100, y: -200 });
  assert.deepEqual(clamp(view, box, picture), view);
  assert.deepEqual(clamp({ scale: 2, x: 500, y: -200 }, box, picture), { scale: 2, x: 0, y: -200 });
  assert.deepEqual(clamp({ scale: 2, x: -900, y: 0 }, box, picture), { scale: 2, x: -400, y: -200 });
  assert.deepEqual(clamp({ scale: 1.005, x: 9, y: 9 }, box, picture), fit());
  assert.equal(scaleAt(fit(), 100, point).scale, 8);
  assert.equal(isZoomed(fit()), false);
});

test("The examples of the stamp are written as the service writes them", () => {
  const moment = new Date(2026, 10, 3, 15, 4, 5, 678);
  assert.deepEqual(FORMATS.map((format) => example(format, moment)), [
    "2026-11-03 15:04:05",
    "03.11.2026 15:04:05",
    "03/11/2026 15:04:05",
    "11/03/2026 3:04:05 PM",
    "15:04:05",
    "3:04:05 PM",
    "2026-11-03 15:04:05.6",
  ]);
  assert.equal(example("h:mm tt", new Date(2026, 0, 1, 0, 30)), "12:30 AM");
});

test("A saved photo is named by camera and local moment", () => {
  const moment = new Date(2026, 10, 3, 15, 4, 5);
  assert.equal(snapshotName("bench", moment.toISOString()), "bench-20261103-150405.jpg");
});
