// What an account owes before it may go on: a password of its own, a second factor. Asked where one signs in, not over the picture.

import { make } from "../../dom.js";
import { preparePeeks } from "../../password-field.js";
import { button } from "../build.js";
import { formAnswer } from "../dialog.js";
import { codeField } from "../fields.js";
import { post } from "../service.js";
import { passwordFields, savePassword } from "./password-dialog.js";
import { confirmSecondFactor, offerParts, recoveryParts } from "./second-factor.js";

/** @param hooks onPaid: it may go on now, or owes something else; onSignOut. */
export async function askDebt(place, { name, owes }, { onPaid, onSignOut }) {
	const leave = button("Sign out", { onPress: onSignOut });
	if (owes === "password") {
		return showForm(place, {
			title: "Choose a password of your own",
			text: `Welcome, ${name}. The one you were told works only for this.`,
			parts: passwordFields("The password you were told"),
			submit: "Go on",
			leave,
			onSubmit: savePassword,
			onDone: onPaid,
		});
	}

	const offered = await post("session/second-factor");
	return showForm(place, {
		title: "Set up your second factor",
		text: "An administrator wants a code from your phone as well as your password.",
		parts: [...offerParts(offered), codeField("Code it shows", { name: "code" })],
		submit: "Switch on",
		leave,
		onSubmit: confirmSecondFactor,
		onDone: (codes) => showCodes(place, codes, onPaid),
	});
}

const showCodes = (place, codes, onPaid) =>
	showForm(place, {
		title: "Keep these ten codes",
		text: "They are shown only now. With one of them you get in when the phone is lost.",
		parts: recoveryParts(codes),
		submit: "I have kept them",
		onSubmit: () => true,
		onDone: onPaid,
	});

function showForm(place, { title, text, parts, submit, leave, onSubmit, onDone }) {
	const heading = make("h1", { textContent: title, tabIndex: -1 });
	const banner = make("p", { className: "banner", role: "alert", hidden: true });
	const yes = make("button", { className: "button primary", textContent: submit });
	const head = make("div", {}, heading, make("p", { className: "dim", textContent: text }));
	const form = make("form", { className: "fields", noValidate: true }, head, banner, ...parts, make("div", { className: "row" }, ...(leave ? [leave] : []), yes));
	form.onsubmit = formAnswer({ form, banner, yes, onSubmit, onDone });
	place.replaceChildren(form);
	preparePeeks(place);
	scrollTo(0, 0);
	(form.querySelector("input") ?? heading).focus({ preventScroll: true });
}
