// What the pill says: one kind (which colour and shape follow), words, and no more. Pure functions of what is known.

// Older than this it is not live, whatever arrives.
const STALE_MS = 2000;

const say = (kind, words, detail = "") => ({ kind, words, detail });

export const seconds = (milliseconds) => `${Math.max(1, Math.floor(milliseconds / 1000))} s`;
export const countdown = (milliseconds) => `${Math.max(1, Math.ceil(milliseconds / 1000))} s`;

/**
 * @param facts age of the newest picture in ms (null: none yet), rate in frames a second, the camera's status (null: unknown)
 * @returns kind (live, connecting, stale, no-signal, paused, offline), words and detail
 */
export function describe(view, { age, rate, status, isOnline, now }) {
	switch (view.phase) {
		case "paused":
			return say("paused", "PAUSED");
		case "waiting": {
			const words = { "too-many-viewers": "FULL", stopping: "RESTARTING", "sent-away": "ENDED" }[view.cause.code] ?? "RECONNECTING";
			return isOnline ? say("offline", words, `in ${countdown(view.retryAt - now)}`) : say("offline", "OFFLINE", "no network");
		}
		case "receiving":
			return view.frameState === "live" ? describePicture(age, rate) : describeCard(view.frameState, age, status);
		default:
			return view.cause ? say("offline", "RECONNECTING", "now") : say("connecting", "CONNECTING");
	}
}

function describePicture(age, rate) {
	if (age === null) {
		return say("connecting", "CONNECTING");
	}

	// At one picture in two seconds a picture of two seconds is as live as it gets.
	const bound = rate > 0 ? Math.max(STALE_MS, 2500 / rate) : STALE_MS;
	return age > bound
		? say("stale", "STALE", seconds(age))
		: say("live", "LIVE", rate > 0 ? `${rate < 2 ? rate.toFixed(1) : Math.round(rate)} fps` : "");
}

// A camera that only pauses is given its chance to go on: until it is given up, the last picture stays, with its age.
function describeCard(code, age, status) {
	return code === "no-frames" && status?.state !== "unavailable" && age !== null
		? say("stale", "STALE", seconds(age))
		: say("no-signal", "NO SIGNAL", reasonOf(code, status).title);
}

/** Title, explanation and remedy of a reason: the camera's own words when they are known. */
export function reasonOf(code, status) {
	if (status?.reason) {
		return status;
	}

	const words = code.replaceAll("-", " ");
	return {
		title: words[0].toUpperCase() + words.slice(1),
		explanation: "The camera sends no picture.",
		remedy: "It is tried again by itself.",
	};
}
