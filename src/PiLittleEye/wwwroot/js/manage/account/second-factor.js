// The second factor: a secret for the phone, one code as a proof that it arrived, and ten codes for the day the phone is lost.

import { make } from "../../dom.js";
import { hint } from "../build.js";
import { openDialog } from "../dialog.js";
import { FieldProblem } from "../field-problem.js";
import { codeField } from "../fields.js";
import { copyable, copyButton, qrOf } from "../secret-box.js";
import { post, put, remove } from "../service.js";

/** @returns whether it is on now. */
export async function setUpSecondFactor() {
	const offered = await post("session/second-factor");
	const codes = await openDialog({
		title: "Set up the second factor",
		parts: [...offerParts(offered), codeField("Code it shows", { name: "code", autofocus: true })],
		submit: "Switch on",
		onSubmit: confirmSecondFactor,
	});
	codes && (await showRecoveryCodes(codes));
	return Boolean(codes);
}

export const offerParts = ({ secret, qr }) => [
	make("p", { textContent: "Scan this with an authenticator app on your phone (any will do), then type the six digits it shows." }),
	qrOf(qr, "The secret as a picture for your app. It stands below as text."),
	copyable("The same by hand", secret),
];

/** @returns the recovery codes. */
export async function confirmSecondFactor({ code }) {
	if (!code.trim()) {
		throw new FieldProblem("code", "Type the six digits your app shows.");
	}

	return (await put("session/second-factor", { code: code.trim() })).recoveryCodes;
}

export function recoveryParts(codes) {
	const list = make("ol", { className: "recovery" }, ...codes.map((code) => make("li", {}, make("code", { textContent: code }))));
	return [list, make("div", { className: "actions" }, copyButton("all ten codes", codes.join("\n"))), hint("Each works once, in the place of a code. Keep them where your phone is not: on paper, in a password manager.")];
}

const showRecoveryCodes = (codes) =>
	openDialog({
		title: "Keep these ten codes",
		text: "They are shown only now. With one of them you get in when the phone is lost.",
		parts: recoveryParts(codes),
		submit: "I have kept them",
		isCloseable: false,
	});

export const takeOffSecondFactor = () =>
	openDialog({
		title: "Take the second factor off?",
		text: "From then on your password alone opens this camera. The recovery codes stop working too.",
		submit: "Take it off",
		kind: "danger",
		onSubmit: () => remove("session/second-factor").then(() => true),
	});
