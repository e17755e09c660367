// The eye beside a password: shows it and hides it again.

import { setIcon } from "./dom.js";

export function preparePeeks(root = document) {
	for (const peek of root.querySelectorAll(".peek")) {
		const field = peek.parentElement.querySelector("input");
		const show = (isShown) => {
			field.type = isShown ? "text" : "password";
			peek.ariaPressed = isShown;
			setIcon(peek.firstElementChild, isShown ? "eye-off" : "eye");
		};
		peek.onclick = () => show(field.type === "password");
		// When the form is done with, nothing stays readable on the screen.
		field.form?.addEventListener("submit", () => show(false));
	}
}
