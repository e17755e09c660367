// A camera's stream as frames: fetched, taken apart, each with its moment of capture and what it shows.

import { Problem } from "./api.js";
import { boundaryOf, MultipartReader } from "./multipart.js";

/** Whether this browser can read an answer while it arrives. */
export const canStream = "body" in Response.prototype && "createImageBitmap" in globalThis;

/** Returns when the stream ends. onBytes hears of all that arrives: a stalled network is not a quiet camera. */
export async function receiveFrames(path, { signal, onBytes, onFrame }) {
	const response = await fetch(path, { signal, cache: "no-store" });
	if (!response.ok) {
		throw await Problem.of(response);
	}

	const multipart = new MultipartReader(boundaryOf(response.headers.get("Content-Type")), (headers, jpeg) =>
		onFrame({ jpeg, state: headers["x-frame-state"] ?? "live", capturedAt: Date.parse(headers["x-frame-captured-at"]) })
	);
	const reader = response.body.getReader();
	while (!multipart.isFinished) {
		const { done, value } = await reader.read();
		if (done) {
			return;
		}

		onBytes();
		multipart.push(value);
	}
}
