// Sends what was changed, and only that, a moment after the last touch. Changes go one after the other, each with a way back.

import { different, nested, valuesOf } from "./settings-paths.js";

const SETTLE_MS = 250;

export class SettingsSaver {
	#doors;
	#queue = Promise.resolve();
	#pending = null;
	#timer = 0;
	settings = null;

	/** @param doors send (the nested change, gives all settings now in force), onSaved ({ undo, label, paths }), onRefused (failure). */
	constructor(doors) {
		this.#doors = doors;
	}

	load(settings) {
		clearTimeout(this.#timer);
		this.#pending = null;
		this.settings = settings;
	}

	/** @param values by path. Another control's change that still waits goes first, so that one refusal cannot take it along. */
	change(values, label) {
		const paths = Object.keys(values);
		if (this.#pending && this.#pending.paths.join() !== paths.join()) {
			this.#flush();
		}

		clearTimeout(this.#timer);
		this.#pending = { values, label, paths };
		this.#timer = setTimeout(() => this.#flush(), SETTLE_MS);
	}

	#flush() {
		clearTimeout(this.#timer);
		const change = this.#pending;
		this.#pending = null;
		this.#queue = this.#queue.then(() => this.#save(change));
	}

	async #save({ values, label, paths }) {
		const before = this.settings;
		const change = different(values, before);
		const changed = Object.keys(change);
		try {
			if (changed.length > 0) {
				const after = await this.#doors.send(nested(change));
				if (this.settings !== before) {
					// Another camera was chosen meanwhile; what this one has now is of no interest there.
					return;
				}

				this.settings = after;
			}

			this.#doors.onSaved({ undo: changed.length > 0 ? valuesOf(changed, before) : null, label, paths });
		} catch (failure) {
			this.#doors.onRefused(failure);
		}
	}
}
