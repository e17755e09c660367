// Fields of dialogs, each with its label, and with what there is to know about it.

import { make } from "../dom.js";
import { SHORTEST, strengthOf } from "../password-strength.js";

let count = 0;

function fieldOf(label, control, hintText) {
	control.id ||= `field-${++count}`;
	const box = make("div", { className: "field" }, make("label", { htmlFor: control.id, textContent: label }), control.parentElement ?? control);
	if (hintText) {
		const hint = make("p", { className: "hint", id: `${control.id}-hint`, textContent: hintText });
		control.setAttribute("aria-describedby", hint.id);
		box.append(hint);
	}

	return box;
}

export function textField(label, { name, hint, ...rest }) {
	const input = make("input", { name, autocomplete: "off", spellcheck: false, ...rest });
	input.setAttribute("autocapitalize", "none");
	return fieldOf(label, input, hint);
}

/** @param options of [value, words]. */
export function choiceField(label, { name, hint, value, options }) {
	const select = make("select", { name }, ...options.map(([key, words]) => make("option", { value: key, textContent: words })));
	select.value = value ?? options[0][0];
	return fieldOf(label, select, hint);
}

export function passwordField(label, { name, hint, autocomplete = "current-password", isNew }) {
	const input = make("input", { type: "password", name, autocomplete: isNew ? "new-password" : autocomplete, maxLength: 1024 });
	const peek = make("button", { type: "button", className: "peek", ariaPressed: "false", ariaLabel: "Show the password" }, make("i"));
	peek.firstChild.innerHTML = '<svg aria-hidden="true"><use href="/icons/sprite.svg#eye"/></svg>';
	peek.firstChild.dataset.icon = "eye";
	make("div", { className: "reveal" }, input, peek);
	const box = fieldOf(label, input, hint);
	if (isNew) {
		box.append(strengthBelow(input));
	}

	return box;
}

/** A line of chips of which several can be pressed. @param options of [value, words]. */
export function chips(legend, name, options, chosen, isDisabled = () => false) {
	const all = options.map(([value, words]) => {
		const input = make("input", { type: "checkbox", name, value, checked: chosen.includes(value), disabled: isDisabled(value) });
		return make("label", { className: "chip" }, input, make("span", { textContent: words }));
	});
	return make("fieldset", { className: "chips" }, make("legend", { textContent: legend }), ...all);
}

function strengthBelow(input) {
	const meter = make("span", { className: "meter", ariaHidden: "true" }, make("i"), make("i"), make("i"), make("i"));
	const words = make("span", { className: "hint", role: "status", textContent: `At least ${SHORTEST} characters. Three words make a good one.` });
	meter.dataset.level = 0;
	input.addEventListener("input", () => {
		const judged = strengthOf(input.value, "");
		meter.dataset.level = judged.level;
		words.textContent = judged.words;
	});
	return make("div", { className: "strength" }, meter, words);
}

/** Six digits as an authenticator shows them; a recovery code fits as well. */
export const codeField = (label, { name, hint, ...rest }) =>
	textField(label, { name, hint, inputMode: "text", autocomplete: "one-time-code", maxLength: 24, className: "digits", ...rest });
