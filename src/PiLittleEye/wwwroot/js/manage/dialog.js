// Every question is asked the same way: a dialog with a title, its fields, one button that does it and one that does not.

import { make, setError } from "../dom.js";
import { preparePeeks } from "../password-field.js";
import { WaitBanner } from "../wait-banner.js";
import { button, iconButton } from "./build.js";
import { placesOf } from "./field-problem.js";
import { Cancelled } from "./service.js";

let count = 0;

/**
 * @param question title; text; parts: what is between text and buttons; submit: the word on the button, none for a dialog that only tells;
 * kind: danger; cancel: the word on the other button; isCloseable: false for what is shown once, which no stray key may close; onSubmit: gets the form's values, may fail, and what it returns is the answer.
 * @returns what onSubmit returned; null when somebody turned it down.
 */
export function openDialog({ title, text, parts = [], submit, kind = "", onSubmit = () => true, isCloseable = true, cancel = isCloseable ? "Cancel" : "" }) {
	return new Promise((resolve) => {
		const id = `dialog-${++count}`;
		const banner = make("p", { className: "banner", role: "alert", hidden: true });
		const form = make("form", { className: "dialog-form", noValidate: true });
		const dialog = make("dialog", { className: "dialog" }, form);
		const close = (answer) => {
			dialog.close();
			dialog.remove();
			resolve(answer);
		};
		const head = make("header", {}, make("h2", { id, textContent: title }));
		const foot = make("footer", {});
		if (isCloseable) {
			head.append(iconButton("Close (Esc)", "close", () => close(null)));
		}

		if (cancel) {
			foot.append(button(cancel, { onPress: () => close(null) }));
		}

		const yes = submit && make("button", { className: `button ${kind || "primary"}`, textContent: submit });
		foot.append(...[yes].filter(Boolean));
		const words = text ? [make("p", { className: "dim", textContent: text })] : [];
		form.append(head, make("div", { className: "dialog-body" }, ...words, banner, ...parts), foot);
		dialog.setAttribute("aria-labelledby", id);
		dialog.oncancel = (event) => {
			event.preventDefault();
			isCloseable && close(null);
		};
		form.onsubmit = formAnswer({ form, banner, yes, onSubmit, onDone: close });
		// What is being mended is not wrong any more until it is sent again.
		form.oninput = ({ target }) => void (target.ariaInvalid === "true" && setError(target));
		document.body.append(dialog);
		preparePeeks(dialog);
		dialog.showModal();
		(form.querySelector("[autofocus]") ?? form.querySelector(".dialog-body :is(input, select, textarea)") ?? yes)?.focus();
	});
}

/** What a form does when its button is pressed: once at a time, and what is refused is said where it belongs. */
export function formAnswer({ form, banner, yes, onSubmit, onDone }) {
	const told = new WaitBanner(banner, yes ?? {});
	return async (event) => {
		event.preventDefault();
		if (!yes || yes.disabled || yes.ariaBusy === "true") {
			return;
		}

		yes.ariaBusy = "true";
		told.clear();
		for (const field of form.querySelectorAll("[aria-invalid=true]")) {
			setError(field);
		}

		try {
			onDone(await onSubmit(Object.fromEntries(new FormData(form))));
		} catch (failure) {
			failure instanceof Cancelled || tell(failure, form, told);
		} finally {
			yes.ariaBusy = null;
		}
	};
}

function tell(failure, form, told) {
	const order = [...form.elements];
	const places = Object.entries(placesOf(failure)).filter(([name]) => form.elements[name]?.closest?.(".field"));
	// As they stand in the form, whatever order they were found in.
	const wrong = places.sort(([one], [other]) => order.indexOf(form.elements[one]) - order.indexOf(form.elements[other]));
	for (const [name, messages] of wrong) {
		setError(form.elements[name], messages.join(" "));
	}

	if (wrong.length > 0) {
		form.elements[wrong[0][0]].focus();
	} else {
		told.show(failure);
		form.querySelector(".banner").scrollIntoView({ block: "nearest" });
	}
}
