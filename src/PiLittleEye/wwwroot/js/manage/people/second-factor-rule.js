// Of whom a second factor is asked: by role, so that those who come later are asked as well.

import { toast } from "../../toasts.js";
import { openDialog } from "../dialog.js";
import { chips } from "../fields.js";
import { ask, put } from "../service.js";

const PATH = "accounts/second-factor-required";
const ROLES = [
	["administrator", "Administrators"],
	["viewer", "Viewers"],
	["guest", "Guests"],
];

/** @returns whether it was changed. */
export async function changeSecondFactorRule() {
	const { roles } = await ask(PATH);
	const field = chips("Ask them", "role", ROLES, roles);
	const isChanged = await openDialog({
		title: "Who needs a second factor?",
		text: "They set it up at the next sign-in, before they see anything. Whoever has none then needs a phone with an authenticator app.",
		parts: [field],
		submit: "Save",
		onSubmit: async () => {
			await put(PATH, { roles: [...field.querySelectorAll(":checked")].map(({ value }) => value) });
			return true;
		},
	});
	isChanged && toast("Saved, and asked for from now on");
	return isChanged;
}
