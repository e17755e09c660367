// Name and password, and a code where the account wants one. Which of the first two was wrong is not told, as the camera does not tell.

import * as api from "./api.js";
import { byId, setText } from "./dom.js";
import { WaitBanner } from "./wait-banner.js";

const [form, name, password, code, button] = ["form", "name", "password", "code", "submit"].map((part) => byId(`sign-in-${part}`));

export class SignInScreen {
	#banner = new WaitBanner(byId("sign-in-banner"), button);
	#onSignedIn;

	/** @param hooks onSignedIn, and onBack for whoever may watch without it. */
	constructor({ onSignedIn, onBack }) {
		this.#onSignedIn = onSignedIn;
		byId("sign-in-back").onclick = () => onBack();
		form.onsubmit = (event) => {
			event.preventDefault();
			this.#submit();
		};
		// Another name or password is another try from the beginning.
		name.oninput = password.oninput = () => this.#askForCode(false);
	}

	/** @param why said below the heading, when there is a reason to say why one is asked again. */
	open(why = "to see your printer", { isWatching = false } = {}) {
		byId("sign-in-back").hidden = !isWatching;
		setText(byId("sign-in-why"), why);
		(name.value ? password : name).focus();
	}

	close() {
		this.#banner.clear();
		this.#askForCode(false);
		password.value = "";
	}

	async #submit() {
		const missing = [name, password].find((field) => field.value === "");
		if (missing) {
			this.#banner.show({ title: "Not complete", message: "Type your name and your password." });
			missing.focus();
			return;
		}

		this.#banner.clear();
		button.ariaBusy = "true";
		try {
			await api.signIn(name.value, password.value, code.value.trim() || undefined);
			this.#onSignedIn();
		} catch (failure) {
			this.#refused(failure);
		} finally {
			button.ariaBusy = null;
		}
	}

	#refused(failure) {
		if (failure.code === "second-factor-needed") {
			this.#askForCode(true);
			code.focus();
		} else {
			this.#banner.show(failure);
			(byId("sign-in-second").hidden ? password : code).select();
		}
	}

	#askForCode(isAsked) {
		byId("sign-in-second").hidden = !isAsked;
		code.value = isAsked ? code.value : "";
	}
}
