// What happened: newest first, more as one scrolls, narrowed by chips and words, each entry with an address of its own.

import { make } from "../../dom.js";
import { button } from "../build.js";
import { ask, Cancelled, post } from "../service.js";
import { empty, failed, loading } from "../states.js";
import { FILTERS } from "./kinds.js";
import { logDetail } from "./log-detail.js";
import { openLogFile } from "./log-file.js";
import { queryOf } from "./log-query.js";
import { Timeline } from "./timeline.js";

const PAGE = 50;
const RESTED_MS = 250;

export function openPanel(place, { onAlertsSeen = () => {} }) {
	return new LogPanel(place, onAlertsSeen);
}

class LogPanel {
	#known = new Map();
	#wanted = { filter: null, words: "" };
	#next = null;
	#chosen = null;
	#turn = 0;
	#timer = 0;
	#timeline = new Timeline();
	#more = button("Older entries", { onPress: () => this.#append() });
	#state = make("div", { role: "status" });
	#detail = make("section", { className: "detail-side", ariaLabel: "Details" });
	#root;
	#onAlertsSeen;
	#watcher;

	constructor(place, onAlertsSeen) {
		this.#onAlertsSeen = onAlertsSeen;
		const search = make("input", { type: "search", placeholder: "Find in the log", ariaLabel: "Find in the log", autocomplete: "off" });
		search.oninput = () => {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.#narrow({ words: search.value }), RESTED_MS);
		};
		const scroll = make("div", { className: "rows" }, this.#timeline.element, this.#state, make("p", { className: "actions" }, this.#more));
		const top = make("div", { className: "list-top" }, search, this.#chips());
		const file = button("Export or clear", { icon: "download", onPress: () => openLogFile(this.#wanted, () => this.#narrow({})) });
		this.#root = make("div", { className: "split log" }, make("div", { className: "list" }, top, scroll, make("div", { className: "list-foot" }, file)), this.#detail);
		this.#root.dataset.shows = "list";
		place.append(this.#root);
		this.#watcher = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && this.#append().catch(() => {}), { root: scroll, rootMargin: "400px" });
		this.#narrow({});
	}

	/** @param id from the address. */
	async choose(id) {
		this.#chosen = id;
		this.#root.dataset.shows = id === null ? "list" : "detail";
		this.#timeline.mark(id);
		if (id === null) {
			this.#detail.replaceChildren(make("p", { className: "nothing dim", textContent: "Choose an entry to see all of it." }));
			return;
		}

		try {
			const entry = this.#known.get(id) ?? (await this.#fetch(id));
			if (id === this.#chosen) {
				this.#detail.replaceChildren(...(entry ? logDetail(entry) : [empty("search", "Not in the log any more", "Old entries are removed by themselves.")]));
				this.#detail.querySelector("h2")?.focus({ preventScroll: true });
			}
		} catch (failure) {
			failure instanceof Cancelled || this.#detail.replaceChildren(failed(failure, () => this.choose(id)));
		}
	}

	close() {
		this.#watcher.disconnect();
		clearTimeout(this.#timer);
	}

	#chips() {
		const chips = FILTERS.map(({ id, words }) => {
			const input = make("input", { type: "checkbox", value: id });
			input.onchange = () => {
				chips.forEach((chip) => (chip.firstChild.checked = chip.firstChild === input && input.checked));
				this.#narrow({ filter: input.checked ? id : null });
			};
			return make("label", { className: "chip" }, input, make("span", { textContent: words }));
		});
		return make("div", { className: "chips filters", role: "group", ariaLabel: "Filter" }, ...chips);
	}

	async #narrow(change) {
		this.#wanted = { ...this.#wanted, ...change };
		this.#timeline.clear();
		this.#next = undefined;
		this.#state.replaceChildren(loading(6));
		this.#more.hidden = true;
		const turn = ++this.#turn;
		try {
			await this.#append();
			this.#seeAlerts();
		} catch (failure) {
			turn === this.#turn && this.#state.replaceChildren(failed(failure, () => this.#narrow({})));
		}
	}

	async #append() {
		const turn = this.#turn;
		const before = this.#next;
		if (before === null) {
			return;
		}

		this.#watcher.unobserve(this.#more);
		const { entries, next } = await ask(`log${queryOf({ ...this.#wanted, before, limit: PAGE })}`);
		// Narrowed otherwise, or asked for twice, in between.
		if (turn === this.#turn && before === this.#next) {
			this.#next = next ?? null;
			entries.forEach((entry) => this.#known.set(String(entry.id), entry));
			this.#timeline.add(entries);
			this.#timeline.mark(this.#chosen);
			this.#more.hidden = this.#next === null;
			const isNone = this.#timeline.element.childElementCount === 0;
			this.#state.replaceChildren(...(isNone ? [empty("search", "Nothing found", "No entry fits.")] : []));
			this.#next && this.#watcher.observe(this.#more);
		}
	}

	async #fetch(id) {
		const { entries } = await ask(`log${queryOf({ before: Number(id) + 1, limit: 1 })}`);
		return entries.find((entry) => String(entry.id) === id);
	}

	// What stood on the screen with nothing narrowed has been seen.
	#seeAlerts() {
		const newest = Math.max(0, ...this.#known.keys());
		if (newest > 0 && !this.#wanted.filter && !this.#wanted.words) {
			post(`log/alerts/seen?upTo=${newest}`).then(this.#onAlertsSeen, () => {});
		}
	}
}
