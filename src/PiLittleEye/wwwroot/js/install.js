// The page as an app: the shell kept on the device, and the browser's own offer to put it on the home screen.

import { byId } from "./dom.js";

export function prepareInstall() {
	// Refused where the certificate is not trusted yet; the page works without it.
	navigator.serviceWorker?.register("/service-worker.js").catch(() => {});

	const button = byId("install");
	addEventListener("beforeinstallprompt", (event) => {
		event.preventDefault();
		button.hidden = false;
		button.onclick = () => event.prompt();
	});
}
