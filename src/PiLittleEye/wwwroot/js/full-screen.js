// The whole screen for the picture, and a phone that does not fall asleep while it is.

import { byId, setIcon } from "./dom.js";

let lock = null;

export function prepareFullScreen() {
	const button = byId("full");
	// An iPhone has no full screen for pages; from its home screen the page fills it anyway.
	button.hidden = !document.fullscreenEnabled;
	button.onclick = toggleFullScreen;
	document.addEventListener("fullscreenchange", () => {
		const isFull = document.fullscreenElement !== null;
		button.setAttribute("aria-pressed", isFull);
		setIcon(button.firstElementChild, isFull ? "full-off" : "full");
		keepAwake();
	});
	// The lock is lost with every change of tab.
	document.addEventListener("visibilitychange", keepAwake);
}

export function toggleFullScreen() {
	if (document.fullscreenEnabled) {
		document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen({ navigationUI: "hide" });
	}
}

async function keepAwake() {
	await lock?.release();
	// Refused on a low battery: then the phone sleeps as it always does.
	const isWanted = document.fullscreenElement && document.visibilityState === "visible";
	lock = isWanted ? await navigator.wakeLock?.request("screen").catch(() => null) : null;
}
