// The parts that every panel is made of.

import { make } from "../dom.js";

// Those that the live view has as well; the others stand in a drawing of their own, which it does not load.
const SHARED = ["account", "close", "eye", "globe", "key", "leave", "lock", "log", "people", "phone", "seal", "share"];

export const icon = (name) => {
	const place = make("i", { className: "icon" });
	place.innerHTML = `<svg aria-hidden="true"><use href="/icons/${SHARED.includes(name) ? "sprite" : "manage"}.svg#${name}"/></svg>`;
	return place;
};

/** @param options kind: primary, plain, danger; icon; onPress, which may take its time and may fail. */
export function button(text, { kind = "", icon: name, onPress, ...rest } = {}) {
	const parts = name ? [icon(name), make("span", { textContent: text })] : [text];
	const element = make("button", { type: "button", className: `button ${kind}`.trim(), ...rest }, ...parts);
	if (onPress) {
		element.onclick = () => run(element, onPress);
	}

	return element;
}

/** A round one with no words but its title. */
export const iconButton = (title, name, onPress) => {
	const element = make("button", { type: "button", className: "tool", title }, icon(name));
	element.onclick = () => run(element, onPress);
	return element;
};

/** Not twice at the same time; what fails is told in one place. */
export async function run(element, action) {
	if (element.ariaBusy === "true") {
		return;
	}

	element.ariaBusy = "true";
	try {
		await action();
	} catch (failure) {
		element.dispatchEvent(new CustomEvent("failure", { bubbles: true, detail: failure }));
	} finally {
		element.ariaBusy = null;
	}
}

/** A word in a frame: a role, a state. kind: good, warn, bad. */
export const tag = (text, kind = "") => make("span", { className: `tag ${kind}`.trim(), textContent: text });

export const card = (title, ...parts) => make("section", { className: "card" }, ...(title ? [make("h3", { textContent: title })] : []), ...parts.filter(Boolean));

export const hint = (textContent) => make("p", { className: "hint", textContent });

/** Names with what is known about them; what is empty is left out. */
export const facts = (known) => {
	const rows = Object.entries(known).filter(([, value]) => value !== null && value !== undefined && value !== "");
	return make("dl", { className: "facts" }, ...rows.map(([name, value]) => make("div", {}, make("dt", { textContent: name }), make("dd", {}, value))));
};

export const actions = (...buttons) => make("div", { className: "actions" }, ...buttons.filter(Boolean));
