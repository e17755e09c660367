// A wall display: the picture and nothing to press. The address names the camera and may bring a ticket, which opens this and nothing else.

import { streamPath } from "./api.js";
import { byId, setText } from "./dom.js";
import { canStream, receiveFrames } from "./frame-stream.js";
import { LiveView } from "./live-view.js";
import { Picture } from "./picture.js";

// Older than this it is not live, as on the page itself.
const STALE_MS = 2000;
const TICK_MS = 250;

const query = new URLSearchParams(location.search);
let drawnAt = null;
let ended = canStream ? "" : "This browser is too old for the wall display. Open the link to the stream itself in it.";

// Cards are drawn too: they say in the picture why there is none.
const picture = new Picture(byId("picture"), () => {
	drawnAt = performance.now();
	show();
});
const view = new LiveView(receiveFrames, {
	onFrame: (frame) => picture.show(frame),
	onChange: show,
	onSignedOut: () => end(query.has("ticket") ? "This link has ended. Make a new one on the camera's page." : "Signed out. Sign in again on the camera's page."),
	onGone: () => end("There is no such camera."),
});

function end(words) {
	ended = words;
	picture.clear();
	show();
}

function words() {
	if (ended) {
		return ended;
	}

	if (view.phase === "receiving") {
		const age = drawnAt === null ? 0 : performance.now() - drawnAt;
		return age > STALE_MS ? `Not live: no picture for ${Math.floor(age / 1000)} s.` : "";
	}

	if (!navigator.onLine) {
		return "No network.";
	}

	return view.cause ? `${view.cause.code === "stopping" ? "The camera restarts." : "The camera does not answer."} Trying again.` : "Connecting.";
}

function show() {
	const said = words();
	document.body.dataset.state = ended ? "ended" : said ? "waiting" : "live";
	setText(byId("words"), said);
}

function path() {
	const stream = query.has("camera") ? streamPath(query.get("camera")) : "/api/v1/video/mjpeg";
	return query.has("ticket") ? `${stream}?ticket=${encodeURIComponent(query.get("ticket"))}` : stream;
}

// A display nobody sees must not keep a camera running; one that is seen must not go dark. Where staying awake is refused the device decides.
function visibilityChanged() {
	if (document.visibilityState === "hidden") {
		view.pause();
	} else {
		view.resume();
		navigator.wakeLock?.request("screen").catch(() => {});
	}
}

if (!ended) {
	view.watch(path());
	document.addEventListener("visibilitychange", visibilityChanged);
	visibilityChanged();
}

setInterval(show, TICK_MS);
show();
