// What stands in the place of things: while they are fetched, when there are none, when they cannot be had.

import { make } from "../dom.js";
import { button, icon } from "./build.js";

/** Grey lines of about the size of what comes, so that nothing jumps. */
export const loading = (rows = 4) =>
	make("div", { className: "loading", role: "status", ariaLabel: "Loading" }, ...Array.from({ length: rows }, () => make("span")));

export const empty = (name, title, text, ...more) =>
	make("div", { className: "state" }, icon(name), make("h3", { textContent: title }), make("p", { className: "dim", textContent: text }), ...more);

export const failed = (failure, onAgain) => {
	const title = failure.title ?? "No answer";
	const box = empty("alert", title, failure.message, button("Try again", { onPress: onAgain }));
	box.role = "alert";
	return box;
};

/** In the place of the items of a list. */
export const asItem = (state) => make("li", { className: "instead" }, state);
