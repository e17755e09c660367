import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./page.mjs";

const { ask, Cancelled, patch, post, prepareService, remove } = await load("manage/service");

/** A service that answers in turn; what it was asked is kept. */
function prepare(answers, { isProved = true } = {}) {
  const asked = [];
  const happened = [];
  globalThis.fetch = async (path, options) => {
    asked.push([options.method ?? "GET", path, options.body]);
    const { status, type, body } = answers.shift();
    const text = type ? JSON.stringify({ type: `urn:pi-little-eye:problem:${type}`, title: "No" }) : JSON.stringify(body ?? null);
    return new Response(status === 204 ? null : text, { status, headers: { "Content-Type": "application/json" } });
  };
  prepareService({
    prove: async () => {
      happened.push("asked for the password");
      await new Promise((resolve) => setTimeout(resolve, 5));
      return isProved;
    },
    signedOut: () => happened.push("signed out"),
  });
  return { asked, happened };
}

const needsProof = { status: 403, type: "proof-needed" };

test("What needs a proof is asked again after it, with the same words", async () => {
  const { asked, happened } = prepare([needsProof, { status: 201, body: { id: 7 } }]);
  assert.deepEqual(await post("accounts", { name: "Grace" }), { id: 7 });
  assert.deepEqual(happened, ["asked for the password"]);
  assert.deepEqual(asked, [
    ["POST", "/api/v1/accounts", '{"name":"Grace"}'],
    ["POST", "/api/v1/accounts", '{"name":"Grace"}'],
  ]);
});

test("Who closes the question has changed nothing, and hears no complaint", async () => {
  const { asked } = prepare([needsProof], { isProved: false });
  await assert.rejects(patch("accounts/1", { isLocked: true }), Cancelled);
  assert.equal(asked.length, 1);
});

test("Several that need a proof at once ask the person once", async () => {
  const { happened } = prepare([needsProof, needsProof, { status: 204 }, { status: 204 }]);
  await Promise.all([remove("keys/1"), remove("keys/2")]);
  assert.deepEqual(happened, ["asked for the password"]);
});

test("The question comes again when the next proof is due", async () => {
  const { happened } = prepare([needsProof, { status: 204 }, needsProof, { status: 204 }]);
  await remove("keys/1");
  await remove("keys/2");
  assert.equal(happened.length, 2);
});

test("A proof that does not help is not asked for twice", async () => {
  const { happened } = prepare([needsProof, needsProof]);
  await assert.rejects(remove("keys/1"), { code: "proof-needed" });
  assert.equal(happened.length, 1);
});

test("A session that has ended leads out, whatever was asked", async () => {
  const { happened } = prepare([{ status: 401, type: "not-signed-in" }]);
  await assert.rejects(ask("accounts"), Cancelled);
  assert.deepEqual(happened, ["signed out"]);
});

test("Other refusals come through as they are", async () => {
  prepare([{ status: 409, type: "name-taken" }]);
  await assert.rejects(post("accounts", {}), { status: 409, code: "name-taken", title: "No" });
});

test("An answer without a body is null", async () => {
  prepare([{ status: 204 }]);
  assert.equal(await remove("keys/1"), null);
});
