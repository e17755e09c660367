// What time it is at the camera. A phone's own clock may be minutes off, and the age of a picture must not be.

// An old good measurement loses against a new one: clocks drift, phones sleep.
const BEST_FOR_MS = 120_000;

export class ServerClock {
	#here;
	#offset = null;
	#error = Infinity;
	#measuredAt = 0;

	constructor(here = Date.now) {
		this.#here = here;
	}

	now() {
		return this.#here() + (this.#offset ?? 0);
	}

	/** From a question and its answer, which says what time it was there in between: as good as half the round trip. */
	learn(askedAt, answeredAt, serverTime) {
		const error = (answeredAt - askedAt) / 2;
		if (error <= this.#error || answeredAt - this.#measuredAt > BEST_FOR_MS) {
			this.#offset = serverTime - (askedAt + answeredAt) / 2;
			this.#error = error;
			this.#measuredAt = answeredAt;
		}
	}

	/** From a picture that has arrived: it cannot have been taken later than now. */
	learnAtLeast(serverTime) {
		if (this.#offset === null || serverTime > this.now()) {
			this.#offset = serverTime - this.#here();
			this.#error = Infinity;
		}
	}
}
