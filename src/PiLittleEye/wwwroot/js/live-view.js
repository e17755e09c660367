// Keeps one camera's stream open while somebody looks, and knows at each moment how that goes.

import { Problem } from "./api.js";
import { RetryDelay } from "./retry-delay.js";

// The service sends at least a card each second when it has no picture. Silence for so long is a dead connection.
const SILENCE_MS = 8000;
// A Pi camera takes five seconds to start, and nothing comes until then.
const PATIENCE_MS = 15_000;

// Ended by an administrator: not opened again at once.
const SENT_AWAY_S = 60;

export class LiveView {
	#listener;
	#receive;
	#path = null;
	#turn = 0;
	#abort = null;
	#wake = null;
	#delay = new RetryDelay();
	#heardAt = 0;

	/** stopped, connecting, receiving, waiting (until retryAt, because of cause) or paused. */
	phase = "stopped";
	cause = null;
	retryAt = 0;
	/** What the newest frame shows: live, or the reason code of a card. */
	frameState = null;

	/** @param listener onFrame, onChange, onSignedOut, onGone. */
	constructor(receive, listener) {
		this.#receive = receive;
		this.#listener = listener;
		setInterval(() => this.#cutSilence(), 1000);
	}

	watch(path) {
		this.#path = path;
		this.#start();
	}

	stop() {
		this.#path = null;
		this.#leave("stopped");
	}

	pause() {
		if (this.#path) {
			this.#leave("paused");
		}
	}

	resume() {
		if (this.#path && this.phase === "paused") {
			this.#start();
		}
	}

	retryNow() {
		this.#delay.reset();
		this.#wake?.();
	}

	#start() {
		this.#leave("connecting");
		this.#delay.reset();
		this.#run(this.#turn);
	}

	#leave(phase) {
		this.#turn++;
		this.#abort?.abort();
		this.#wake?.();
		this.#become(phase);
	}

	async #run(turn) {
		const isMine = () => turn === this.#turn;
		while (isMine()) {
			const cause = await this.#receiveUntilItEnds(isMine);
			if (!isMine()) {
				return;
			}

			if (cause.code === "signed-out" || cause.status === 401 || cause.status === 404) {
				this.#leave("stopped");
				cause.status === 404 ? this.#listener.onGone() : this.#listener.onSignedOut();
				return;
			}

			const wait = cause.retryAfter ? cause.retryAfter * 1000 : this.#delay.next();
			this.retryAt = Date.now() + wait;
			this.#become("waiting", cause);
			await this.#waitOrWake(wait);
			if (isMine()) {
				this.#become("connecting", cause);
			}
		}
	}

	async #receiveUntilItEnds(isMine) {
		const { signal } = (this.#abort = new AbortController());
		this.#heardAt = performance.now();
		this.frameState = null;
		try {
			await this.#receive(this.#path, {
				signal,
				onBytes: () => (this.#heardAt = performance.now()),
				onFrame: (frame) => isMine() && this.#take(frame),
			});
			return this.#farewell() ?? { code: this.frameState };
		} catch (failure) {
			// The connection may break behind the farewell.
			return failure instanceof Problem ? failure : (this.#farewell() ?? { code: "unreachable" });
		}
	}

	// What the service said before it ended the stream by itself.
	#farewell() {
		return { stopping: { code: "stopping" }, "sent-away": { code: "sent-away", retryAfter: SENT_AWAY_S } }[this.frameState];
	}

	#take(frame) {
		const isNews = this.phase !== "receiving" || this.frameState !== frame.state;
		this.frameState = frame.state;
		if (isNews) {
			this.#delay.reset();
			this.#become("receiving");
		}

		this.#listener.onFrame(frame);
	}

	#become(phase, cause = null) {
		this.phase = phase;
		this.cause = cause;
		this.#listener.onChange();
	}

	#waitOrWake(milliseconds) {
		return new Promise((resolve) => {
			this.#wake = resolve;
			setTimeout(resolve, milliseconds);
		});
	}

	#cutSilence() {
		const patience = { receiving: SILENCE_MS, connecting: PATIENCE_MS }[this.phase];
		if (performance.now() - this.#heardAt > patience) {
			this.#abort.abort();
		}
	}
}
