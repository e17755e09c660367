// A new key: name, rights, an end if wanted; then the key itself, once.

import { make } from "../../dom.js";
import { hint } from "../build.js";
import { openDialog } from "../dialog.js";
import { FieldProblem } from "../field-problem.js";
import { textField } from "../fields.js";
import { expiryField, expiryFrom } from "../people/expiry.js";
import { readRights, rightsField } from "../people/rights-field.js";
import { copyable, qrOf } from "../secret-box.js";
import { post } from "../service.js";

/** @returns the key; null when none was made. */
export async function addKey(cameras) {
	const rights = rightsField({ "*": ["watch", "photo"] }, cameras);
	const made = await openDialog({
		title: "New key for a program",
		parts: [
			textField("Name", { name: "name", maxLength: 64, hint: "What it is for: OctoPrint, time-lapse …" }),
			make("div", { className: "rights-of" }, make("h3", { textContent: "What it may do" }), rights),
			expiryField("Ends after", { never: "never by itself", chosen: "" }),
		],
		submit: "Make the key",
		onSubmit: ({ name, expiresAt }) => {
			if (!name.trim()) {
				throw new FieldProblem("name", "Type what the key is for.");
			}

			const allowed = readRights(rights);
			if (Object.keys(allowed).length === 0) {
				throw new Error("Tick at least one thing it may do.");
			}

			return post("keys", { name, rights: allowed, expiresAt: expiryFrom(expiresAt) });
		},
	});
	made && (await showKey(made));
	return made;
}

function showKey({ name, key, secret, bearer, url, qr }) {
	return openDialog({
		title: `Key “${name}”`,
		text: "It is shown only now. Copy what your program asks for.",
		parts: [
			copyable("As header: Authorization: Bearer", bearer),
			copyable("Key", key),
			copyable("Secret", secret),
			make("details", {}, make("summary", { textContent: "It takes an address only" }), copyable("Address with the key in it", url), qrOf(qr, "The address with the key as a picture for a phone’s camera")),
			hint("An address is easily seen by others and kept in histories; use the header where the program can."),
		],
		submit: "I have copied it",
		isCloseable: false,
	});
}
