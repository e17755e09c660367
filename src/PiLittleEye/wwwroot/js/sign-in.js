// Name and password. Which of them was wrong is not told, because the camera does not tell either.

import * as api from "./api.js";
import { byId, setText } from "./dom.js";
import { WaitBanner } from "./wait-banner.js";

const [form, name, password, button] = ["form", "name", "password", "submit"].map((part) => byId(`sign-in-${part}`));

export class SignInScreen {
	#banner = new WaitBanner(byId("sign-in-banner"), button);
	#onSignedIn;

	constructor(onSignedIn) {
		this.#onSignedIn = onSignedIn;
		form.onsubmit = (event) => {
			event.preventDefault();
			this.#submit();
		};
	}

	/** @param why said below the heading, when there is a reason to say why one is asked again. */
	open(why = "to see your printer") {
		setText(byId("sign-in-why"), why);
		(name.value ? password : name).focus();
	}

	close() {
		this.#banner.clear();
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
			await api.signIn(name.value, password.value);
			this.#onSignedIn();
		} catch (failure) {
			this.#banner.show(failure);
			password.select();
		} finally {
			button.ariaBusy = null;
		}
	}
}
