// A time in a panel: said as people say it, and exactly after a tap.

import { make } from "../dom.js";
import { exact, relative } from "./time-words.js";

/** Within a row that is a link already there is nothing to tap; the exact time is its title. */
export const whenText = (moment) => make("time", { dateTime: moment, title: exact(moment), textContent: relative(moment) });

export function when(moment, otherwise = "never") {
	if (!moment) {
		return otherwise;
	}

	const time = make("time", { dateTime: moment, textContent: relative(moment) });
	const element = make("button", { type: "button", className: "when", title: exact(moment), ariaPressed: "false" }, time);
	element.onclick = () => {
		const isExact = element.ariaPressed !== "true";
		element.ariaPressed = isExact;
		time.textContent = isExact ? exact(moment) : relative(moment);
	};
	return element;
}
