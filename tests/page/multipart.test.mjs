import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./page.mjs";

const { boundaryOf, MultipartReader } = await load("multipart");

const bytes = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const part = (body, headers = "") => `--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ${body.length}\r\n${headers}\r\n${body}\r\n`;

function read(chunks) {
  const parts = [];
  const reader = new MultipartReader("frame", (headers, body) => parts.push([headers, String.fromCharCode(...body)]));
  chunks.forEach((chunk) => reader.push(bytes(chunk)));
  return { parts, isFinished: reader.isFinished };
}

test("The boundary is found as any server writes it", () => {
  assert.equal(boundaryOf("multipart/x-mixed-replace; boundary=frame"), "frame");
  assert.equal(boundaryOf('multipart/x-mixed-replace; charset=x; BOUNDARY="a b"'), "a b");
  assert.equal(boundaryOf("multipart/x-mixed-replace;boundary=--frame"), "frame");
  assert.equal(boundaryOf("image/jpeg"), null);
  assert.equal(boundaryOf(null), null);
});

test("A stream is the same wherever it is cut", () => {
  const stream = part("one", "X-Frame-State: live\r\n") + part("two\r\n--frame\r\n") + part("") + part("three");
  const whole = read([stream]);
  assert.deepEqual(whole.parts.map(([, body]) => body), ["one", "two\r\n--frame\r\n", "", "three"]);
  assert.equal(whole.parts[0][0]["x-frame-state"], "live");
  for (let size = 1; size < stream.length; size++) {
    const cut = stream.match(new RegExp(`[^]{1,${size}}`, "g"));
    assert.deepEqual(read(cut).parts, whole.parts, `in pieces of ${size}`);
  }
});

test("Lines may end without a carriage return, and words may stand before the first part", () => {
  const { parts } = read(["preamble\n--frame\nContent-Length: 2\n\nhi\n"]);
  assert.deepEqual(parts, [[{ "content-length": "2" }, "hi"]]);
});

test("The closing boundary ends the stream, and what follows is nobody's", () => {
  const { parts, isFinished } = read([part("last") + "--frame--\r\n" + part("never")]);
  assert.equal(isFinished, true);
  assert.deepEqual(parts.map(([, body]) => body), ["last"]);
});

test("A part without a length, or with one no picture has, is refused", () => {
  for (const length of ["", "Content-Length: -1\r\n", "Content-Length: 1e3\r\n", "Content-Length: 99999999999\r\n"]) {
    assert.throws(() => read([`--frame\r\n${length}\r\n`]), RangeError, length);
  }
});

test("Headers without an end do not fill the memory", () => {
  assert.throws(() => read(["--frame\r\n", ...Array(40).fill("x".repeat(1000))]), RangeError);
});
