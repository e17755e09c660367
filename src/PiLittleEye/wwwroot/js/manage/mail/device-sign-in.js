// Signing in with the provider: a code that is typed on the provider's page, on any device; here it is seen when that was done.

import { make, setError } from "../../dom.js";
import { actions, button, hint, icon } from "../build.js";
import { textField } from "../fields.js";
import { copyButton, qrOf } from "../secret-box.js";
import { ask, Cancelled, post, remove } from "../service.js";
import { inPlainWords } from "./mail-words.js";

// The provider itself is asked by the camera, every five seconds.
const REFRESH_MS = 1500;

export class DeviceSignIn {
	element = make("section", { className: "card sign-in-code" });
	#provider;
	#onGranted;
	#timer = 0;
	#isWaiting = false;
	#address;

	constructor(provider, before, { onGranted }) {
		this.#provider = provider;
		this.#onGranted = onGranted;
		this.#address = before?.address ?? "";
		this.#ask();
	}

	close() {
		clearTimeout(this.#timer);
		if (this.#isWaiting) {
			this.#isWaiting = false;
			remove("mail/oauth").catch(() => {});
		}
	}

	#ask(problem) {
		const name = this.#provider.name.split(",")[0];
		const field = textField("Mail address of the camera", { name: "address", value: this.#address, inputMode: "email", placeholder: "my.camera@example.org" });
		const input = field.querySelector("input");
		const begin = button(`Sign in with ${name}`, { kind: "primary", icon: "key", onPress: () => this.#begin(input) });
		input.onkeydown = ({ key }) => key === "Enter" && begin.click();
		input.oninput = () => setError(input);
		const banner = problem ? [make("div", { className: "banner", role: "alert" }, make("b", { textContent: problem.title }), problem.message)] : [];
		this.element.replaceChildren(...banner, field, hint("You get a code, open the provider’s page on any device, sign in there and type the code. The camera never sees your password."), begin);
	}

	async #begin(input) {
		this.#address = input.value.trim();
		try {
			const offer = await post("mail/oauth", { provider: this.#provider.id, address: this.#address });
			this.#isWaiting = true;
			this.#show(offer);
			this.#look(offer);
		} catch (failure) {
			if (failure instanceof Cancelled) {
				return;
			}

			const wrong = Object.values(inPlainWords(failure).fields ?? {}).flat();
			if (wrong.length > 0) {
				setError(input, wrong.join(" "));
				input.focus();
			} else {
				this.#ask(failure);
			}
		}
	}

	#show({ userCode, url, qr, expiresAt }) {
		const code = make("code", { className: "user-code", tabIndex: 0, ariaLabel: "The code", textContent: userCode });
		this.element.replaceChildren(
			make("h3", { textContent: "Type this code there" }),
			code,
			actions(
				copyButton("the code", userCode, () => getSelection().selectAllChildren(code), "Copy the code"),
				make("a", { className: "button", href: url, target: "_blank", rel: "noopener noreferrer" }, icon("link"), make("span", { textContent: "Open the page" })),
			),
			qrOf(qr, "The address of the provider’s page as a picture for a phone’s camera"),
			make("p", { className: "hint url", textContent: url }),
			make("p", { className: "busy", role: "status" }, make("i", { ariaHidden: "true" }), make("span", { textContent: `Waiting for you, until ${new Date(expiresAt).toLocaleTimeString(undefined, { timeStyle: "short" })}` })),
			actions(button("Cancel", { onPress: () => (this.close(), this.#ask()) })),
		);
		this.element.scrollIntoView({ block: "start" });
		code.focus({ preventScroll: true });
	}

	#look() {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(async () => {
			const { state, message } = await ask("mail/oauth").catch(() => ({ state: "waiting" }));
			if (!this.#isWaiting) {
				return;
			}

			if (state === "waiting") {
				this.#look();
				return;
			}

			this.#isWaiting = false;
			if (state === "granted") {
				await this.#onGranted();
			} else {
				this.#ask({ title: state === "expired" ? "The code is over" : "It was refused", message });
			}
		}, REFRESH_MS);
	}
}
