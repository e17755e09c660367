// A new account: name, role, and a password that is told once and replaced by its owner at the first sign-in.

import { make } from "../../dom.js";
import { hint } from "../build.js";
import { openDialog } from "../dialog.js";
import { FieldProblem } from "../field-problem.js";
import { choiceField, textField } from "../fields.js";
import { copyable } from "../secret-box.js";
import { post } from "../service.js";
import { expiryFrom, expiryField } from "./expiry.js";
import { readRights, rightsField } from "./rights-field.js";
import { temporaryPassword } from "./temporary-password.js";

const ROLES = [
	["viewer", "Viewer: may look"],
	["guest", "Guest: may look for a while"],
	["administrator", "Administrator: may do everything"],
];

/** @returns the account; null when nobody was added. */
export async function addPerson(cameras) {
	const password = temporaryPassword();
	const role = choiceField("Role", { name: "role", options: ROLES });
	const ends = expiryField("Until when");
	const rights = rightsField({ "*": ["watch", "photo"] }, cameras);
	const may = make("div", { className: "rights-of" }, make("h3", { textContent: "What they may do" }), rights);
	const select = role.querySelector("select");
	const adapt = () => {
		ends.hidden = select.value !== "guest";
		may.hidden = select.value === "administrator";
	};
	select.onchange = adapt;
	adapt();
	const added = await openDialog({
		title: "Add a person",
		parts: [textField("Name", { name: "name", maxLength: 64, hint: "The name to sign in with." }), role, ends, may],
		submit: "Add",
		onSubmit: ({ name, role: chosen, expiresAt }) => {
			if (!name.trim()) {
				throw new FieldProblem("name", "Type a name.");
			}

			const ending = chosen === "guest" && { expiresAt: expiryFrom(expiresAt) };
			const allowed = chosen !== "administrator" && { rights: readRights(rights) };
			return post("accounts", { name, role: chosen, password, ...ending, ...allowed });
		},
	});
	added && (await showPassword(added.name, password));
	return added;
}

export const showPassword = (name, password) =>
	openDialog({
		title: `Tell ${name} this password`,
		text: `It is shown only now. ${name} chooses another one at the first sign-in.`,
		parts: [copyable("Temporary password", password), hint("Do not send it where others read along. On the phone is fine.")],
		submit: "Done",
		isCloseable: false,
	});
