// How long to wait before the next attempt: soon at first, never longer than a person looks at a count-down.

const STEPS_MS = [500, 1000, 2000, 5000];

export class RetryDelay {
	#failures = 0;

	next() {
		return STEPS_MS[Math.min(this.#failures++, STEPS_MS.length - 1)];
	}

	reset() {
		this.#failures = 0;
	}
}
