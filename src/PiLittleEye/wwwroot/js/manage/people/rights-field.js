// Ticks for what somebody may do: one line for every camera together, one for each.

import { make } from "../../dom.js";
import { chips } from "../fields.js";
import { EVERY, RIGHTS, rightsFrom, rowsOf } from "./rights-words.js";

const NAME = "right:";

/** @param only rights that can be given at all; keys and links give fewer. */
export function rightsField(rights, cameras, only = RIGHTS.map(([right]) => right)) {
	const options = RIGHTS.filter(([right]) => only.includes(right));
	const rows = rowsOf(rights, cameras).map(([id, name]) => chips(name, NAME + id, options, rights?.[id] ?? []));
	const field = make("div", { className: "rights", role: "group", ariaLabel: "Rights" }, ...rows);
	field.onchange = () => showEverywhere(field);
	showEverywhere(field);
	return field;
}

export function readRights(field) {
	const chosen = {};
	for (const { name, value, checked, disabled } of field.querySelectorAll("input")) {
		const id = name.slice(NAME.length);
		chosen[id] ??= [];
		checked && !disabled && chosen[id].push(value);
	}

	return rightsFrom(chosen);
}

// What holds for every camera holds for each: ticked there, and not to be taken away there.
function showEverywhere(field) {
	const everywhere = [...field.querySelectorAll("input")].filter(({ name, checked }) => name === NAME + EVERY && checked).map(({ value }) => value);
	for (const input of field.querySelectorAll("input")) {
		if (input.name !== NAME + EVERY) {
			const isGiven = everywhere.includes(input.value);
			input.checked = isGiven || (input.checked && !input.disabled);
			input.disabled = isGiven;
		}
	}
}
