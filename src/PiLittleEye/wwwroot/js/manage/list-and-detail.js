// A list with search and one primary button; what is chosen stands beside it, or on a page of its own where there is no room.

import { make } from "../dom.js";
import { icon } from "./build.js";
import { routeTo } from "./route.js";
import { asItem, empty, failed, loading } from "./states.js";

export class ListAndDetail {
	#options;
	#items = null;
	#chosen = null;
	#rows = make("ul", { className: "rows" });
	#detail = make("section", { className: "detail-side", ariaLabel: "Details" });
	#search;
	#root;

	/**
	 * @param options section: its part of the address; load: fetches the items; row: what is shown of one (see `#rowOf`); detail: the parts
	 * that say all of one; isShown: which are listed now; none: [icon, title, text] for an empty list, or what makes it; search: label of the search field; before: parts above the list;
	 * primary: the button of the list; overview: what stands beside the list while nothing is chosen.
	 */
	constructor(place, options) {
		this.#options = options;
		const { search, before = [], primary } = options;
		this.#search = make("input", { type: "search", placeholder: search, ariaLabel: search, autocomplete: "off", oninput: () => this.#showRows() });
		const top = make("div", { className: "list-top" }, ...before, ...(search ? [this.#search] : []));
		const foot = make("div", { className: "list-foot" }, ...(primary ? [primary].flat() : []));
		this.#root = make("div", { className: "split" }, make("div", { className: "list" }, top, this.#rows, foot), this.#detail);
		this.#root.dataset.shows = "list";
		place.append(this.#root);
		this.#rows.append(asItem(loading()));
	}

	/** Fetches anew and shows what is chosen anew. */
	async load() {
		try {
			this.#items = await this.#options.load();
			this.#showRows();
			this.#showDetail();
		} catch (failure) {
			this.#rows.replaceChildren(asItem(failed(failure, () => this.load())));
		}
	}

	/** @param id from the address; null for the list alone. */
	choose(id) {
		const isOther = id !== this.#chosen;
		this.#chosen = id;
		this.#root.dataset.shows = id === null ? "list" : "detail";
		this.#showDetail();
		this.#mark();
		if (isOther && id !== null) {
			this.#detail.querySelector("h2")?.focus({ preventScroll: true });
			this.#detail.scrollTop = 0;
		}
	}

	get items() {
		return this.#items ?? [];
	}

	/** Shows the rows anew: what is shown of the items has changed, not they. */
	refresh() {
		this.#items && this.#showRows();
	}

	#showRows() {
		const words = this.#search.value.trim().toLowerCase();
		const { isShown = () => true, none } = this.#options;
		const all = this.items.filter(isShown);
		const shown = all.filter((item) => !words || textOf(this.#options.row(item)).toLowerCase().includes(words));
		this.#root.classList.toggle("is-empty", all.length === 0);
		if (shown.length > 0) {
			const focused = this.#rows.contains(document.activeElement) ? document.activeElement.dataset.id : null;
			this.#rows.replaceChildren(...this.#grouped(shown));
			focused && [...this.#rows.querySelectorAll(".row-link")].find(({ dataset }) => dataset.id === focused)?.focus({ preventScroll: true });
			this.#mark();
		} else {
			const found = words ? ["search", "Nothing found", `Nothing here has “${words}” in it.`] : typeof none === "function" ? none() : none;
			this.#rows.replaceChildren(asItem(empty(...found)));
		}
	}

	// A heading where a group begins.
	#grouped(items) {
		let last;
		return items.flatMap((item) => {
			const { group } = this.#options.row(item);
			const heading = group && group !== last ? [make("li", { className: "group", textContent: group })] : [];
			last = group;
			return [...heading, this.#rowOf(item)];
		});
	}

	// title, subtitle, mark (an icon's name or a letter), tags (there is room for the first), isDim, group
	#rowOf(item) {
		const { title, subtitle, mark, tags = [], isDim } = this.#options.row(item);
		const face = make("span", { className: "face", ariaHidden: "true" }, mark.length > 2 ? icon(mark) : mark);
		const words = make("span", { className: "caption" }, make("b", { textContent: title }), make("small", {}, ...[subtitle].flat()), ...tags.slice(0, 1));
		const link = make("a", { href: routeTo(this.#options.section, item.id), className: isDim ? "row-link dim-row" : "row-link" }, face, words, icon("next"));
		link.dataset.id = item.id;
		return make("li", {}, link);
	}

	#mark() {
		for (const link of this.#rows.querySelectorAll(".row-link")) {
			link.ariaCurrent = link.dataset.id === this.#chosen ? "true" : null;
		}
	}

	#showDetail() {
		const item = this.items.find(({ id }) => String(id) === this.#chosen);
		const { detail, overview, choose = "Choose one on the left." } = this.#options;
		if (item) {
			const hasFocus = this.#detail.contains(document.activeElement);
			this.#detail.replaceChildren(...detail(item));
			hasFocus && this.#detail.querySelector("h2")?.focus({ preventScroll: true });
		} else if (this.#items && this.#chosen !== null) {
			this.#detail.replaceChildren(empty("search", "Not here any more", "It was deleted or has run out."));
		} else if (overview && this.#items) {
			this.#detail.replaceChildren(...overview());
		} else {
			this.#detail.replaceChildren(this.#items?.length ? make("p", { className: "nothing dim", textContent: choose }) : "");
		}
	}
}

const textOf = ({ title, subtitle }) => make("p", {}, title, " ", ...[subtitle].flat()).textContent;

/** The top of a detail. */
export const detailHead = (title, subtitle, ...tags) =>
	make("header", { className: "detail-head" }, make("h2", { textContent: title, tabIndex: -1 }), make("p", { className: "dim" }, ...[subtitle].flat()), make("p", { className: "tags" }, ...tags.filter(Boolean)));
