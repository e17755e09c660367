// The test of the mail account as one sentence, and how long a step took.

export const STATE_WORDS = { waiting: "Waiting", running: "Running", passed: "Passed", failed: "Failed", skipped: "Left out" };

/** @returns words, and kind: "", busy, good, bad. */
export function walkWords({ isRunning, steps }) {
	if (isRunning) {
		const running = steps.find(({ state }) => state === "running");
		return { kind: "busy", words: running ? `Step ${steps.indexOf(running) + 1} of ${steps.length}: ${running.title}` : "Testing" };
	}

	// Reading and sending are tried apart: both can fail.
	const failed = steps.filter(({ state }) => state === "failed");
	if (failed.length > 0) {
		return { kind: "bad", words: failed.length === 1 ? `“${failed[0].title}” fails.` : `${failed.length} steps fail.` };
	}

	if (steps.length === 0) {
		return { kind: "", words: "Not tested yet." };
	}

	return steps.some(({ state }) => state === "waiting" || state === "running")
		? { kind: "", words: "Ended before it was through." }
		: { kind: "good", words: "All of it works." };
}

export const took = (milliseconds) => (milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds)} ms`);
