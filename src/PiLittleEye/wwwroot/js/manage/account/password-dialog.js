// A new password of one's own.

import { send } from "../../api.js";
import { SHORTEST } from "../../password-strength.js";
import { openDialog } from "../dialog.js";
import { FieldProblem } from "../field-problem.js";
import { passwordField } from "../fields.js";

/** The two fields, wherever they are asked for. */
export const passwordFields = (currentLabel = "Password now") => [
	passwordField(currentLabel, { name: "current" }),
	passwordField("New password", { name: "new", isNew: true }),
];

/** @param given what the fields hold. */
export async function savePassword({ current, new: wanted }) {
	if (!current) {
		throw new FieldProblem("current", "Type the password you sign in with now.");
	}

	if ([...wanted].length < SHORTEST) {
		throw new FieldProblem("new", `Use at least ${SHORTEST} characters.`);
	}

	if (wanted === current) {
		throw new FieldProblem("new", "That is the one you have. Choose another.");
	}

	await send("PUT", "session/password", { current, new: wanted });
	return true;
}

export const changePassword = () => openDialog({ title: "Change password", parts: passwordFields(), submit: "Change", onSubmit: savePassword });
