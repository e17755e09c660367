import assert from "node:assert/strict";
import test from "node:test";
import { load, until } from "./page.mjs";

// The page watches for silence for as long as it is open; a test ends.
const everlasting = globalThis.setInterval;
globalThis.setInterval = (...rest) => everlasting(...rest).unref();

const { LiveView } = await load("live-view");
const { Problem } = await load("api");

const refusal = (status, code = "") => new Problem({ status, headers: new Headers() }, { type: `urn:pi-little-eye:problem:${code}` });

/** A stream for each entry of the plot: a function that gets the doors, and ends or fails the stream by returning or throwing. */
function watch(...plot) {
  const seen = { phases: [], frames: [], gone: 0, signedOut: 0, opened: 0 };
  const view = new LiveView(
    async (path, doors) => {
      seen.opened++;
      await (plot.shift() ?? staysOpen)(doors);
    },
    {
      onFrame: ({ state }) => seen.frames.push(state),
      onChange: () => seen.phases.push(view.phase),
      onGone: () => seen.gone++,
      onSignedOut: () => seen.signedOut++,
    }
  );
  view.watch("/stream");
  return { view, seen };
}

const staysOpen = ({ signal, onFrame }) =>
  new Promise((resolve) => {
    onFrame({ state: "live" });
    signal.addEventListener("abort", resolve);
  });
const breaks = async () => {
  throw new TypeError("network");
};

test("It receives, pauses and resumes, with one stream at a time", async () => {
  const { view, seen } = watch();
  await until(() => view.phase === "receiving", "the first frame");
  view.pause();
  assert.equal(view.phase, "paused");
  view.resume();
  await until(() => view.phase === "receiving", "a frame after the pause");
  assert.equal(seen.opened, 2);
  view.stop();
  assert.equal(view.phase, "stopped");
});

test("A broken stream is opened again, at once when somebody asks for it", async () => {
  const { view, seen } = watch(breaks, breaks);
  await until(() => view.phase === "waiting", "the wait");
  assert.equal(view.cause.code, "unreachable");
  assert.ok(view.retryAt > Date.now());
  view.retryNow();
  await until(() => seen.opened === 2 && view.phase === "waiting", "the second wait");
  view.retryNow();
  await until(() => view.phase === "receiving", "the picture");
  view.stop();
});

test("A full or restarting service is left alone for as long as it asked", async () => {
  const full = refusal(503, "too-many-viewers");
  full.retryAfter = 3;
  const { view } = watch(async () => {
    throw full;
  });
  await until(() => view.phase === "waiting", "the wait");
  assert.equal(view.cause.code, "too-many-viewers");
  assert.ok(view.retryAt > Date.now() + 2000);
  view.stop();
});

test("Whoever is signed out is told so and nothing is tried again", async () => {
  for (const end of [() => Promise.reject(refusal(401)), async ({ onFrame }) => onFrame({ state: "signed-out" })]) {
    const { view, seen } = watch(end);
    await until(() => seen.signedOut === 1, "the sign-out");
    assert.equal(view.phase, "stopped");
    assert.equal(seen.opened, 1);
  }
});

test("A farewell counts even when the connection breaks behind it, and only once", async () => {
  const stops = async ({ onFrame }) => {
    onFrame({ state: "stopping" });
    await breaks();
  };
  const { view } = watch(stops, breaks);
  await until(() => view.cause?.code === "stopping", "the farewell");
  view.retryNow();
  await until(() => view.cause?.code === "unreachable", "the failure after it");
  view.stop();
});

test("Whoever was shown the door does not come back at once, also when the connection breaks behind the farewell", async () => {
  for (const end of [async () => {}, breaks]) {
    const { view, seen } = watch(async ({ onFrame }) => {
      onFrame({ state: "sent-away" });
      await end();
    });
    await until(() => view.phase === "waiting", "the farewell");
    assert.equal(view.cause.code, "sent-away");
    assert.ok(view.retryAt - Date.now() > 30_000, "a minute, not half a second");
    assert.equal(seen.opened, 1);
    view.stop();
  }
});

test("A camera that is no longer there is reported", async () => {
  const { seen } = watch(() => Promise.reject(refusal(404)));
  await until(() => seen.gone === 1, "the report");
  assert.equal(seen.signedOut, 0);
});

test("What a stream says after it was left is not heard", async () => {
  let late;
  const { view, seen } = watch(({ onFrame }) => {
    late = () => onFrame({ state: "live" });
    return new Promise(() => {});
  });
  await until(() => late, "the stream");
  view.stop();
  late();
  assert.deepEqual(seen.frames, []);
});
