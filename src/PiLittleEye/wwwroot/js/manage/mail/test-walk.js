// The test of the account, step by step while it goes on, with the one that fails and what helps against it.

import { make, setText } from "../../dom.js";
import { actions, button, icon } from "../build.js";
import { detailHead } from "../list-and-detail.js";
import { routeTo } from "../route.js";
import { ask, post, remove } from "../service.js";
import { STATE_WORDS, took, walkWords } from "./walk-words.js";

// Half a second: a step that is quicker than that is seen when it is done.
const REFRESH_MS = 500;

const MARKS = { passed: "check", failed: "close" };

export class TestWalk {
	#summary = make("p", { className: "walk-summary", role: "status" });
	#steps = make("ol", { className: "walk" });
	#cancel = button("Cancel", { onPress: () => this.#stop() });
	#again = button("Test again", { icon: "renew", onPress: () => this.start() });
	#change = make("a", { className: "button primary", textContent: "Change the account" });
	#next = make("a", { className: "button primary", href: "#/mail", textContent: "Go on" });
	#timer = 0;
	#isWatched = false;
	#mayAsk;
	parts = [
		detailHead("Test", "The camera does all it does for a photo by mail, one thing after the other, and mails itself at the end."),
		this.#summary,
		actions(this.#change, this.#next, this.#again, this.#cancel),
		this.#steps,
	];

	#provider;

	/** @param hooks mayAsk: whether there are senders to approve next; provider: whose form mends the account. */
	constructor({ mayAsk, provider }) {
		this.#mayAsk = mayAsk;
		this.#provider = provider;
	}

	async start() {
		this.#show({ isRunning: true, steps: [] });
		await post("mail/test");
		this.#isWatched && this.#look();
	}

	/** Whether somebody looks at it; while nobody does, it goes on without being asked about. */
	watch(isWatched) {
		this.#isWatched = isWatched;
		clearTimeout(this.#timer);
		isWatched && this.#look();
	}

	async #look() {
		clearTimeout(this.#timer);
		const walk = await ask("mail/test").catch(() => null);
		walk && this.#show(walk);
		if (this.#isWatched && (walk?.isRunning ?? true)) {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.#look(), REFRESH_MS);
		}
	}

	async #stop() {
		await remove("mail/test");
		await this.#look();
	}

	#show({ isRunning, steps }) {
		const { kind, words } = walkWords({ isRunning, steps });
		setText(this.#summary, words);
		this.#summary.dataset.kind = kind;
		this.#cancel.hidden = !isRunning;
		this.#again.hidden = isRunning;
		this.#change.hidden = isRunning || kind !== "bad";
		this.#change.href = routeTo("mail", `setup-${this.#provider()}`);
		this.#next.hidden = isRunning || kind !== "good";
		setText(this.#next, this.#mayAsk() ? "Go on: who may ask" : "Done");
		const rows = [...this.#steps.children];
		if (rows.length !== steps.length || rows.some(({ dataset }, i) => dataset.id !== steps[i].id)) {
			this.#steps.replaceChildren(...steps.map(stepRow));
		}

		const failed = this.#steps.querySelector("[data-state=failed]");
		steps.forEach((step, i) => fill(this.#steps.children[i], step));
		// Once, when it fails: what helps must be seen on a small screen too.
		failed ?? this.#steps.querySelector("[data-state=failed]")?.scrollIntoView({ block: "nearest" });
	}
}

function stepRow({ id, title }) {
	const row = make(
		"li",
		{},
		make("span", { className: "walk-mark", ariaHidden: "true" }),
		make("div", {}, make("p", { className: "walk-title" }, make("b", { textContent: title }), make("span", { className: "unseen" }), make("span", { className: "walk-time" })), make("p", { className: "walk-detail" }), make("p", { className: "walk-remedy" })),
	);
	row.dataset.id = id;
	return row;
}

function fill(row, { state, detail, remedy, milliseconds }) {
	if (row.dataset.state !== state) {
		row.dataset.state = state;
		row.querySelector(".walk-mark").replaceChildren(...(state in MARKS ? [icon(MARKS[state])] : []));
		row.querySelector(".unseen").textContent = `: ${STATE_WORDS[state] ?? state}.`;
	}

	const isTimed = (state === "passed" || state === "failed") && Number.isFinite(milliseconds);
	setText(row.querySelector(".walk-time"), isTimed ? took(milliseconds) : "");
	setText(row.querySelector(".walk-detail"), detail ?? "");
	setText(row.querySelector(".walk-remedy"), remedy ?? "");
}
