// For browsers that cannot read an answer while it arrives: they show the stream by themselves, and we know less of it.

import { session } from "./api.js";

const LOOK_MS = 1000;

/** As receiveFrames. A picture element says when it loads and when it fails, and nothing in between. */
export const receiveBy = (image) => async (path, { signal, onBytes, onFrame }) => {
	await session();
	await new Promise((resolve, reject) => {
		const look = setInterval(() => {
			onBytes();
			if (image.naturalWidth > 0) {
				onFrame({ jpeg: null, state: "live", capturedAt: Date.now() });
			}
		}, LOOK_MS);
		const leave = (settle) => () => {
			clearInterval(look);
			image.removeAttribute("src");
			settle();
		};
		image.onerror = leave(reject);
		signal.onabort = leave(resolve);
		image.src = `${path}?${Date.now()}`;
	});
};
