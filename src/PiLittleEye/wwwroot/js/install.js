// The page as an app: the shell kept on the device, and the browser's own offer to put it on the home screen.

import { byId } from "./dom.js";

let offer = null;

export function prepareInstall() {
	// Refused where the certificate is not trusted yet; the page works without it.
	navigator.serviceWorker?.register("/service-worker.js").catch(() => {});

	addEventListener("beforeinstallprompt", (event) => {
		event.preventDefault();
		offer = event;
		showInstall();
	});
}

/** Its button stands in a part of the page that may not be there yet. */
export function showInstall() {
	const button = byId("install");
	if (button && offer) {
		button.hidden = false;
		button.onclick = () => offer.prompt();
	}
}
