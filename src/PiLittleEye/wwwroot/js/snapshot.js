// A photo taken now, kept as a file with the camera and the moment in its name.

import * as api from "./api.js";
import { byId, make } from "./dom.js";
import { toast } from "./toasts.js";

/** camera-YYYYMMDD-HHMMSS.jpg, in the time of whoever saves it. */
export function snapshotName(cameraId, capturedAt) {
	const moment = new Date(capturedAt);
	const local = new Date(moment - moment.getTimezoneOffset() * 60_000).toISOString();
	return `${cameraId}-${local.slice(0, 19).replace(/[-:]/g, "").replace("T", "-")}.jpg`;
}

export async function takeSnapshot(cameraId) {
	const button = byId("snapshot");
	button.disabled = true;
	flash();
	try {
		const response = await api.photo(cameraId, "fresh");
		const name = snapshotName(cameraId, response.headers.get("X-Frame-Captured-At") ?? Date.now());
		save(await response.blob(), name);
		toast(`Saved ${name}`);
	} catch (failure) {
		toast(`No photo: ${failure.message}`, { isBad: true });
	} finally {
		button.disabled = false;
	}
}

function save(blob, name) {
	const link = make("a", { href: URL.createObjectURL(blob), download: name });
	link.click();
	// Not at once: some browsers read it after the click has returned.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function flash() {
	const { classList } = byId("stage");
	classList.remove("flash");
	// The frame in between makes the browser see the class gone, so that the animation starts again.
	requestAnimationFrame(() => requestAnimationFrame(() => classList.add("flash")));
}
