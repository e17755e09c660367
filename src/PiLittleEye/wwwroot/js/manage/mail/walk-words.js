// The test of the mail account as one sentence, and how long a step took.

export const STATE_WORDS = { waiting: "Waiting", running: "Running", passed: "Passed", failed: "Failed", skipped: "Left out" };

/** @returns words, and kind: "", busy, good, bad. */
export function walkWords({ isRunning, steps }) {
	const failed = steps.find(({ state }) => state === "failed");
	if (failed) {
		return { kind: "bad", words: `It stops at “${failed.title}”.` };
	}

	if (isRunning) {
		const running = steps.find(({ state }) => state === "running");
		return { kind: "busy", words: running ? `Step ${steps.indexOf(running) + 1} of ${steps.length}: ${running.title}` : "Testing" };
	}

	if (steps.length === 0) {
		return { kind: "", words: "Not tested yet." };
	}

	return steps.some(({ state }) => state === "waiting" || state === "running")
		? { kind: "", words: "Ended before it was through." }
		: { kind: "good", words: "All of it works." };
}

export const took = (milliseconds) => (milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds)} ms`);
