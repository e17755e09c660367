// Entries under the days they happened on. What comes later goes on where the last page ended.

import { make } from "../../dom.js";
import { icon } from "../build.js";
import { routeTo } from "../route.js";
import { clock, dayOf, exact } from "../time-words.js";
import { iconOf } from "./kinds.js";

export class Timeline {
	element = make("div", { className: "timeline" });
	#day = "";
	#entries = null;

	clear() {
		this.#day = "";
		this.element.replaceChildren();
	}

	add(entries) {
		for (const entry of entries) {
			const day = dayOf(entry.at);
			if (day !== this.#day) {
				this.#day = day;
				this.#entries = make("ol", {});
				this.element.append(make("h3", { textContent: day }), this.#entries);
			}

			this.#entries.append(make("li", {}, rowOf(entry)));
		}
	}

	/** @param id of the entry that is shown beside it. */
	mark(id) {
		for (const link of this.element.querySelectorAll("a")) {
			link.ariaCurrent = link.dataset.id === id ? "true" : null;
		}
	}
}

function rowOf(entry) {
	const { id, at, who, from, text, succeeded, isAlert } = entry;
	const by = [who, from].filter(Boolean).join(" · ");
	const face = make("span", { className: "face", ariaHidden: "true" }, icon(isAlert ? "alert" : iconOf(entry)));
	const words = make("span", { className: "caption" }, make("b", { textContent: text }), make("small", { textContent: by || "the camera itself" }));
	const time = make("time", { dateTime: at, title: exact(at), textContent: clock(at) });
	const link = make("a", { href: routeTo("log", id), className: "entry" }, face, words, time);
	link.dataset.id = id;
	link.classList.toggle("is-alert", isAlert);
	link.classList.toggle("is-refused", !succeeded);
	if (isAlert || !succeeded) {
		words.prepend(make("span", { className: "unseen", textContent: isAlert ? "Alert: " : "Refused: " }));
	}

	return link;
}
