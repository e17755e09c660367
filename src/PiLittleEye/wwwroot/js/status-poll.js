// Asks the camera how it is while its picture is watched: often when it is unwell. Each answer sets the clock too.

import * as api from "./api.js";

const WELL_MS = 5000;
const UNWELL_MS = 1500;

export class StatusPoll {
	#clock;
	#onStatus;
	#id = null;
	#timer = 0;
	#turn = 0;
	latest = null;

	constructor(clock, onStatus) {
		this.#clock = clock;
		this.#onStatus = onStatus;
	}

	start(id) {
		this.#id = id;
		this.latest = null;
		this.soon();
	}

	stop() {
		this.#id = null;
		this.soon();
	}

	soon() {
		clearTimeout(this.#timer);
		this.#ask(++this.#turn);
	}

	async #ask(turn) {
		if (this.#id === null) {
			return;
		}

		const askedAt = Date.now();
		try {
			const status = await api.status(this.#id);
			if (turn === this.#turn) {
				this.#clock.learn(askedAt, Date.now(), Date.parse(status.now));
				this.latest = status;
				this.#onStatus(status);
			}
		} catch {
			// The stream tells of lost networks and ended sessions, and sooner.
		}

		if (turn === this.#turn) {
			this.#timer = setTimeout(() => this.#ask(turn), this.latest?.state === "live" ? WELL_MS : UNWELL_MS);
		}
	}
}
