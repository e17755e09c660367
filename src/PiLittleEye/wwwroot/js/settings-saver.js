// Sends what was changed, and only that, a moment after the last touch. Changes go one after the other, each with a way back.

import { different, nested, valuesOf } from "./settings-paths.js";

const SETTLE_MS = 250;

export class SettingsSaver {
	#doors;
	#queue = Promise.resolve();
	#pending = null;
	#timer = 0;
	#saving = { count: 0 };
	settings = null;

	/** @param doors send (the nested change, gives all settings now in force), onSaved ({ undo, label, paths }), onRefused (failure). */
	constructor(doors) {
		this.#doors = doors;
	}

	/** Whether something was touched that the settings do not say yet: the controls must not be set back to them. */
	get isBusy() {
		return this.#pending !== null || this.#saving.count > 0;
	}

	/** @param settings of another camera; null while they are fetched. What waits for the one before is dropped. */
	load(settings) {
		clearTimeout(this.#timer);
		this.#pending = null;
		this.#saving = { count: 0 };
		this.settings = settings;
	}

	/** @param values by path. Another control's change that still waits goes first, so that one refusal cannot take it along. */
	change(values, label) {
		if (!this.settings) {
			return;
		}

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
		const [change, saving] = [this.#pending, this.#saving];
		this.#pending = null;
		saving.count++;
		this.#queue = this.#queue.then(() => this.#save(change, saving));
	}

	async #save({ values, label, paths }, saving) {
		// Another camera was chosen meanwhile; what becomes of this one is of no interest there.
		const isGone = () => saving !== this.#saving;
		if (isGone()) {
			return;
		}

		const before = this.settings;
		const change = different(values, before);
		const changed = Object.keys(change);
		try {
			const after = changed.length > 0 ? await this.#doors.send(nested(change)) : before;
			if (isGone()) {
				return;
			}

			saving.count--;
			this.settings = after;
			this.#doors.onSaved({ undo: changed.length > 0 ? valuesOf(changed, before) : null, label, paths });
		} catch (failure) {
			saving.count--;
			this.#doors.onRefused(failure);
		}
	}
}
