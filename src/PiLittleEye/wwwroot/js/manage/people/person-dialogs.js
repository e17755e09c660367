// The questions about one person. Each answers whether something was changed.

import { make } from "../../dom.js";
import { go } from "../route.js";
import { openDialog } from "../dialog.js";
import { FieldProblem } from "../field-problem.js";
import { choiceField, textField } from "../fields.js";
import { patch, put, remove } from "../service.js";
import { askForName } from "../typed-name.js";
import { showPassword } from "./add-person.js";
import { expiryField, expiryFrom } from "./expiry.js";
import { readRights, rightsField } from "./rights-field.js";
import { temporaryPassword } from "./temporary-password.js";

const ROLES = [
	["viewer", "Viewer"],
	["guest", "Guest"],
	["administrator", "Administrator"],
];

const change = ({ id }, body) => patch(`accounts/${id}`, body).then(() => true);

export const rename = (person) =>
	openDialog({
		title: `Rename ${person.name}`,
		parts: [textField("New name", { name: "name", value: person.name, maxLength: 64 })],
		submit: "Rename",
		onSubmit: ({ name }) => {
			if (!name.trim()) {
				throw new FieldProblem("name", "Type a name.");
			}

			return change(person, { name });
		},
	});

export function changeRights(person, cameras) {
	const field = rightsField(person.rights, cameras);
	return openDialog({
		title: `What may ${person.name} do?`,
		text: "What is open now under a right you take away ends within a second.",
		parts: [field],
		submit: "Save",
		onSubmit: () => change(person, { rights: readRights(field) }),
	});
}

export function changeRole(person) {
	const role = choiceField("Role", { name: "role", value: person.role.toLowerCase(), options: ROLES });
	const ends = expiryField("Until when");
	const select = role.querySelector("select");
	const adapt = () => (ends.hidden = select.value !== "guest");
	select.onchange = adapt;
	adapt();
	return openDialog({
		title: `Role of ${person.name}`,
		text: "Administrators may do everything, also to other administrators.",
		parts: [role, ends],
		submit: "Save",
		onSubmit: ({ role: chosen, expiresAt }) => change(person, { role: chosen, ...(chosen === "guest" && { expiresAt: expiryFrom(expiresAt) }) }),
	});
}

export const changeEnd = (person) =>
	openDialog({
		title: `Until when may ${person.name} come in?`,
		parts: [expiryField("From now on for")],
		submit: "Save",
		onSubmit: ({ expiresAt }) => change(person, { expiresAt: expiryFrom(expiresAt) }),
	});

export async function resetPassword(person) {
	const password = temporaryPassword();
	const isSet = await openDialog({
		title: `New password for ${person.name}?`,
		parts: [make("p", { textContent: `The old one stops working at once, and ${person.name} is signed out everywhere.` })],
		submit: "Make a new one",
		onSubmit: () => put(`accounts/${person.id}/password`, { password }).then(() => true),
	});
	isSet && (await showPassword(person.name, password));
	return isSet;
}

export async function deletePerson(person) {
	const isGone = await askForName({
		title: `Delete ${person.name}?`,
		text: `The account goes with its keys and links, and what it watches ends. This cannot be undone; to keep ${person.name} out for a while, lock the account.`,
		name: person.name,
		submit: "Delete",
		onSubmit: () => remove(`accounts/${person.id}`).then(() => true),
	});
	isGone && go("people");
	return isGone;
}
