// The frame around the panels: where one is, the way back, and on a wide screen the menu beside it.

import { make } from "../dom.js";
import { icon } from "./build.js";
import { navigation } from "./menu.js";

export class Frame {
	#place;
	#rail = make("nav", { className: "rail", ariaLabel: "Manage" });
	#back = make("a", { className: "tool back" }, icon("back"));
	#title = make("h1", { tabIndex: -1 });
	#menu = make("button", { type: "button", className: "avatar", title: "Account and more" });
	body = make("div", { className: "panel-body" });

	constructor(place, onMenu) {
		this.#place = place;
		this.#menu.setAttribute("aria-haspopup", "dialog");
		this.#menu.onclick = onMenu;
		const head = make("header", { className: "panel-head" }, this.#back, this.#title, this.#menu);
		place.replaceChildren(this.#rail, make("main", { className: "panel" }, head, this.body));
	}

	/** @param section null while only the frame is there. @param id of what is shown of it on a page of its own. */
	show(session, section, id, alerts) {
		this.#rail.replaceChildren(...navigation(session, section.id, alerts));
		this.#menu.replaceChildren(make("b", { ariaHidden: "true", textContent: [...session.name][0]?.toUpperCase() }));
		// On a phone back leads from a detail to its list, and from the list to the picture.
		this.#back.href = id === null ? "#" : `#/${section.id}`;
		this.#back.title = id === null ? "Back to the picture" : `Back to ${section.title}`;
		this.#place.dataset.depth = id === null ? "list" : "detail";
		this.#title.textContent = section.title;
		document.title = `${section.title} · Pi Little Eye`;
	}

	focus() {
		this.#title.focus({ preventScroll: true });
	}
}
