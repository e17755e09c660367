// Short messages at the bottom, one at a time, with at most one thing to press.

import { byId, make } from "./dom.js";

const SHOWN_MS = 4000;
const UNDO_MS = 8000;

let close = () => {};

/** @returns a function that tells whether it is still there to be pressed. */
export function toast(text, { action, onAction, isBad } = {}) {
	close();
	const element = make("div", { className: isBad ? "toast bad" : "toast" }, make("span", { textContent: text }));
	const timer = setTimeout(() => element.remove(), action ? UNDO_MS : SHOWN_MS);
	close = () => {
		clearTimeout(timer);
		element.remove();
	};
	if (action) {
		const button = make("button", { type: "button", textContent: action });
		button.onclick = () => {
			element.remove();
			onAction();
		};
		element.append(button);
	}

	byId("toasts").append(element);
	return () => element.isConnected;
}
