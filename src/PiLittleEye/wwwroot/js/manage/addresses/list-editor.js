// One list: switched on or off, its entries with how often each decided, and a field for one more that is judged while it is typed.

import { make, setError } from "../../dom.js";
import { card, iconButton } from "../build.js";

// Longer than the pause between two keys, shorter than the patience of who waits for a verdict.
const RESTED_MS = 300;

let count = 0;

/** @param hooks onEnabled, onAdd, onRemove; judge: resolves to what is wrong with a text, "" when nothing is. */
export class ListEditor {
	#entries = make("ul", { className: "entries" });
	#toggle = make("input", { type: "checkbox", role: "switch" });
	#field = make("input", { id: `range-${++count}`, placeholder: "192.168.1.0/24", autocomplete: "off", spellcheck: false });
	#hooks;
	#title;
	#timer = 0;
	element;

	constructor({ title, text }, hooks) {
		this.#hooks = hooks;
		this.#title = title;
		this.#toggle.onchange = () => hooks.onEnabled(this.#toggle.checked);
		this.#field.setAttribute("autocapitalize", "none");
		this.#field.oninput = () => this.#judgeSoon();
		const add = make("button", { className: "button", textContent: "Add" });
		const form = make("form", { noValidate: true, className: "field" }, make("label", { htmlFor: this.#field.id, textContent: "Address or network" }), make("div", { className: "row" }, this.#field, add));
		form.onsubmit = (event) => {
			event.preventDefault();
			this.#add();
		};
		const label = make("label", { className: "switch" }, make("span", {}, title, make("small", { textContent: text })), this.#toggle);
		this.element = card("", label, this.#entries, form);
	}

	/** @param hits for each range how often it decided; unknown for what is not saved yet. */
	show({ enabled, entries }, hits) {
		this.#toggle.checked = enabled;
		this.#entries.classList.toggle("is-off", !enabled);
		const lines = entries.map((range) => {
			const remove = iconButton(`Remove ${range} from “${this.#title}”`, "close", () => this.#hooks.onRemove(range));
			const words = hits.has(range) ? `${hits.get(range).toLocaleString()} ${hits.get(range) === 1 ? "time" : "times"}` : "not saved yet";
			return make("li", {}, make("code", { textContent: range }), make("span", { className: "hint", textContent: words }), remove);
		});
		this.#entries.replaceChildren(...(lines.length > 0 ? lines : [make("li", { className: "hint", textContent: "No entries." })]));
	}

	#judgeSoon() {
		clearTimeout(this.#timer);
		setError(this.#field);
		this.#timer = setTimeout(() => this.#judge(), RESTED_MS);
	}

	async #judge() {
		const text = this.#field.value;
		const problem = text.trim() ? await this.#hooks.judge(text) : "";
		// Somebody who has typed on since is not told about what stood there before.
		if (text === this.#field.value) {
			setError(this.#field, problem);
		}

		return problem;
	}

	async #add() {
		clearTimeout(this.#timer);
		if (this.#field.value.trim() && (await this.#judge()) === "") {
			this.#hooks.onAdd(this.#field.value);
			this.#field.value = "";
		}

		this.#field.focus();
	}
}
