// The first visit: code, you, phone, picture. What was typed survives a reload, except for the password.

import * as api from "./api.js";
import { byId, setError, setText } from "./dom.js";
import { SHORTEST, strengthOf } from "./password-strength.js";
import { isWholeCode, plainCode, shownCode } from "./setup-code-format.js";
import { WaitBanner } from "./wait-banner.js";

const STEPS = ["code", "you", "phone"];
const KEPT = "claim";

const [code, name, password, button] = ["setup-code", "claim-name", "claim-password", "claim-submit"].map(byId);
const keep = (state) => sessionStorage.setItem(KEPT, JSON.stringify(state));
const kept = () => JSON.parse(sessionStorage.getItem(KEPT)) ?? {};

/** Whether a reload interrupted somebody who has claimed already and was being told about the phone. */
const isPhoneToCome = () => kept().step === "phone";

export class ClaimScreen {
	#banner = new WaitBanner(byId("claim-banner"), button);
	#listener;

	/** @param listener onClaimed, onFinished, onAlreadyClaimed. */
	constructor(listener) {
		this.#listener = listener;
		code.oninput = () => this.#formatCode();
		name.oninput = password.oninput = () => this.#showStrength();
		byId("claim-back").onclick = () => this.#show("code");
		byId("claim-code").onsubmit = (event) => this.#submit(event, () => this.#leaveCode());
		byId("claim-you").onsubmit = (event) => this.#submit(event, () => this.#claim());
		byId("claim-finish").onclick = () => {
			sessionStorage.removeItem(KEPT);
			listener.onFinished();
		};
		byId("phone-copy").onclick = async ({ target }) => {
			await navigator.clipboard.writeText(location.origin);
			setText(target, "Copied");
		};
	}

	open() {
		const before = kept();
		code.value = before.code ?? "";
		name.value = before.name ?? "";
		this.#show(before.step === "you" ? "you" : "code");
	}

	/** Only the part about the phone: after claiming, and again from the settings. */
	openPhone() {
		byId("claim-progress").hidden = !isPhoneToCome();
		setText(byId("phone-address"), location.origin);
		byId("phone-local").hidden = !/^(localhost|127\.|\[::1\])/.test(location.hostname);
		byId("phone-copy").hidden = !navigator.clipboard;
		this.#show("phone");
	}

	close() {
		this.#banner.clear();
		password.value = "";
	}

	#submit(event, action) {
		event.preventDefault();
		action();
	}

	#show(step) {
		const at = STEPS.indexOf(step);
		STEPS.forEach((other) => (byId(`claim-${other}`).hidden = other !== step));
		[...byId("claim-progress").children].forEach((item, i) => {
			item.classList.toggle("done", i < at);
			item.ariaCurrent = i === at ? "step" : null;
		});
		if (step !== "phone") {
			keep({ step, code: code.value, name: name.value });
			this.#showStrength();
		}

		scrollTo(0, 0);
		const screen = byId(`claim-${step}`);
		(screen.querySelector("input") ?? screen.querySelector("h1")).focus({ preventScroll: true });
	}

	// Hyphens come by themselves, and the cursor stays with the letter it was at.
	#formatCode() {
		const before = plainCode(code.value.slice(0, code.selectionStart)).length;
		code.value = shownCode(code.value);
		const cursor = before + Math.floor(Math.max(0, before - 1) / 4);
		code.setSelectionRange(cursor, cursor);
		setError(code);
		keep({ step: "code", code: code.value, name: name.value });
	}

	#leaveCode() {
		if (isWholeCode(code.value)) {
			this.#show("you");
		} else {
			setError(code, "The code has three groups of four letters or digits.");
			code.focus();
		}
	}

	#showStrength() {
		const { level, words } = strengthOf(password.value, name.value);
		byId("claim-password-meter").dataset.level = level;
		setText(byId("claim-password-strength"), words);
		setError(password);
		setError(name);
	}

	async #claim() {
		keep({ step: "you", code: code.value, name: name.value });
		setError(name, name.value.trim() === "" ? "Type the name you want to sign in with." : "");
		setError(password, [...password.value].length < SHORTEST ? `Use at least ${SHORTEST} characters.` : "");
		const wrong = [name, password].find((field) => field.ariaInvalid === "true");
		if (wrong) {
			wrong.focus();
			return;
		}

		this.#banner.clear();
		button.ariaBusy = "true";
		try {
			await api.claim(code.value, name.value, password.value);
			keep({ step: "phone" });
			this.close();
			this.#listener.onClaimed();
		} catch (failure) {
			this.#refused(failure);
		} finally {
			button.ariaBusy = null;
		}
	}

	#refused(failure) {
		const tellAt = (field, message = `${failure.title}. ${failure.message}`) => {
			setError(field, message);
			field.select();
		};
		switch (failure.code) {
			case "wrong-setup-code":
				this.#show("code");
				return tellAt(code, "That is not the code this camera shows. Compare it letter by letter.");
			case "unusable-name":
				return tellAt(name);
			case "unusable-password":
				return tellAt(password);
			case "already-claimed":
				sessionStorage.removeItem(KEPT);
				return this.#listener.onAlreadyClaimed();
			default:
				return this.#banner.show(failure);
		}
	}
}
