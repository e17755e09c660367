// Lists that would shut out who made them are on trial for a minute: kept by a press from where one still may come, else they go back.

import { make } from "../../dom.js";
import { button } from "../build.js";

const TICK_MS = 250;

export class TrialBar {
	#seconds = make("b", { ariaHidden: "true" });
	#timer = 0;
	#keep;
	element = make("section", { className: "trial", hidden: true, ariaLabel: "Trial" });

	/** @param hooks onKeep: gets the token; onOver: the lists from before are in force again. */
	constructor(hooks) {
		this.hooks = hooks;
	}

	/** @param pending until and token; the token only for who began it. Null when nothing is on trial. */
	show(pending, now = Date.now()) {
		clearInterval(this.#timer);
		this.element.hidden = !pending;
		if (!pending) {
			return;
		}

		// The camera's clock and this one may differ; a trial is never longer than a minute.
		const until = now + Math.min(60_000, Math.max(0, Date.parse(pending.until) - now));
		const text = pending.token
			? "These lists are on trial. Keep them if you can still read this; else they go back by themselves."
			: "Lists are on trial. Unless whoever made them keeps them, they go back by themselves.";
		this.#keep = button("Keep them", { kind: "primary", onPress: () => this.hooks.onKeep(pending.token) });
		this.element.replaceChildren(this.#seconds, make("p", { role: "alert", textContent: text }), ...(pending.token ? [this.#keep] : []));
		const tick = () => {
			const left = Math.ceil((until - Date.now()) / 1000);
			this.#seconds.textContent = `${Math.max(0, left)} s`;
			if (left <= 0) {
				this.close();
				this.hooks.onOver();
			}
		};
		this.#timer = setInterval(tick, TICK_MS);
		tick();
		pending.token && this.#keep.focus();
	}

	close() {
		clearInterval(this.#timer);
		this.element.hidden = true;
	}
}
