// "Prove that it is you": before what decides who may come in, the password is asked again when the last time is long ago.

import { send } from "../api.js";
import { openDialog } from "./dialog.js";
import { codeField, passwordField } from "./fields.js";

/** @returns whether it was proved. */
export async function proveYourself({ name, hasSecondFactor }) {
	const parts = [passwordField(`Password of ${name}`, { name: "password" })];
	if (hasSecondFactor) {
		parts.push(codeField("Code from your app", { name: "code", hint: "Six digits, or one of your recovery codes." }));
	}

	const answer = await openDialog({
		title: "Is it you?",
		text: "This changes who may come in, so your password is asked again. For ten minutes after that it is not.",
		parts,
		submit: "Continue",
		onSubmit: async ({ password, code }) => {
			await send("POST", "session/proof", { password, ...(code && { code }) });
			return true;
		},
	});
	return answer === true;
}
