// Keeps the shell of the page, so that it opens without the camera and can say that the camera is away.
// Never an answer of the service: no picture, no name, nothing that belongs to one account.

const CACHE = "shell-1";
const PATIENCE_MS = 4000;

const isShell = (url) =>
	url.origin === location.origin && (url.pathname === "/" ? url.search === "" : /^\/(css|js|icons)\/[\w.-]+$|^\/manifest\.webmanifest$/.test(url.pathname));

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
	const clean = caches.keys().then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))));
	event.waitUntil(clean.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
	if (event.request.method === "GET" && isShell(new URL(event.request.url))) {
		event.respondWith(newest(event.request));
	}
});

// The camera's own files first: after an upgrade nobody runs yesterday's page. What is kept is for when it does not answer.
async function newest(request) {
	const cache = await caches.open(CACHE);
	try {
		const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
		if (response.ok) {
			await cache.put(request, response.clone());
		}

		return response;
	} catch (failure) {
		const kept = await cache.match(request, { ignoreVary: true });
		if (kept) {
			return kept;
		}

		throw failure;
	}
}
