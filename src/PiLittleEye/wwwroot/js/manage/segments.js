// Two or three views of which one is shown, as the segments of the settings.

import { make } from "../dom.js";

let count = 0;

/** @param options of [value, words]. */
export function segments(label, options, chosen, onChange) {
	const name = `segment-${++count}`;
	const field = make(
		"div",
		{ className: "segments", role: "radiogroup", ariaLabel: label },
		...options.map(([value, words]) =>
			make("label", {}, make("input", { type: "radio", name, value, checked: value === chosen }), make("span", { textContent: words })),
		),
	);
	field.onchange = ({ target }) => onChange(target.value);
	return field;
}
