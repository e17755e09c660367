// The last mails and what became of them. Never a code.

import { make } from "../../dom.js";
import { icon, tag } from "../build.js";
import { detailHead } from "../list-and-detail.js";
import { empty } from "../states.js";
import { clock, dayOf, exact } from "../time-words.js";
import { VERDICTS } from "./mail-words.js";

export class RequestsDetail {
	#list = make("div", { className: "requests" });
	#shown = "";
	parts = [detailHead("Requests", "The last 50 mails, and what became of them"), this.#list];

	show(decisions) {
		const shown = JSON.stringify(decisions);
		if (shown === this.#shown) {
			return;
		}

		this.#shown = shown;
		this.#list.replaceChildren(...(decisions.length > 0 ? days(decisions) : [empty("mail", "No mails yet", "What is mailed to the camera shows up here, with the reason when no photo was sent.")]));
	}
}

function days(decisions) {
	const parts = [];
	let day = "";
	for (const decision of decisions) {
		if (dayOf(decision.at) !== day) {
			day = dayOf(decision.at);
			parts.push(make("h3", { textContent: day }), make("ol", {}));
		}

		parts.at(-1).append(line(decision));
	}

	return parts;
}

function line({ at, sender, verdict, text }) {
	const [word, kind, name] = VERDICTS[verdict] ?? [verdict, "", "mail"];
	const face = make("span", { className: "face", ariaHidden: "true" }, icon(name));
	const item = make("li", {}, face, make("div", {}, make("p", { className: "request-head" }, make("b", { textContent: sender || "Unclear sender" }), make("time", { dateTime: at, title: exact(at), textContent: clock(at) })), make("p", { className: "dim", textContent: text }), tag(word, kind)));
	item.dataset.verdict = verdict;
	return item;
}
