// Who may ask is approved, given a secret, and the secret is tried before it is needed.

import { toast } from "../../toasts.js";
import { button, hint } from "../build.js";
import { openDialog } from "../dialog.js";
import { FieldProblem } from "../field-problem.js";
import { choiceField, codeField, textField } from "../fields.js";
import { copyable, qrOf } from "../secret-box.js";
import { post, put } from "../service.js";
import { answer } from "./answer-switch.js";
import { RecoverySheet } from "./recovery-sheet.js";
import { inGroups } from "./sheet-words.js";

const rightsField = (accounts, value) =>
	choiceField("May see", {
		name: "account",
		value: String(value ?? ""),
		options: [["", "Every camera"], ...accounts.map(({ id, name }) => [String(id), `What ${name} may see`])],
	});

/** @returns the number of who was approved; null when nobody was. */
export async function addSender(context) {
	const { accounts, senders } = context;
	const shared = choiceField("Secret", {
		name: "sharesWith",
		hint: "Share one when it is the same person with a second address.",
		options: [["", "One of its own"], ...senders.map(({ id, address }) => [String(id), `The same as ${address}`])],
	});
	const made = await openDialog({
		title: "Approve a sender",
		text: "Whoever writes from this address, with a right code, gets a photo.",
		parts: [textField("Mail address", { name: "address", inputMode: "email", placeholder: "ada@example.org", maxLength: 254 }), rightsField(accounts), ...(senders.length > 0 ? [shared] : [])],
		submit: "Go on",
		onSubmit: ({ address, account, sharesWith }) => {
			if (!address.includes("@")) {
				throw new FieldProblem("address", "Type the whole address, as ada@example.org.");
			}

			return post("photo-replies/senders", { address: address.trim(), ...(account && { account: Number(account) }), ...(sharesWith && { sharesWith: Number(sharesWith) }) });
		},
	});
	if (made?.secret) {
		await showSecret(made, context);
	} else if (made) {
		toast(`${made.address} is approved, and shares the secret`);
	}

	return made?.id ?? null;
}

/** Shown once; the code that the app shows proves that it arrived. */
export async function showSecret({ id, address, secret, qr }, context) {
	const { mail, cameras } = context;
	const sheet = new RecoverySheet({ address, secret, qr, mailbox: mail.address, cameras });
	const isChecked = await openDialog({
		title: "Scan this on their phone",
		text: `With an authenticator app (any will do), on the phone of ${address}. It is shown only now.`,
		parts: [
			qrOf(qr, "The secret as a picture for an authenticator app. It stands below as text."),
			copyable("The same by hand", inGroups(secret)),
			button("Print a sheet for the drawer", { icon: "print", onPress: () => sheet.print() }),
			codeField("Code it shows", { name: "code", hint: "Type the six digits, so that you know it works before you are on the train.", inputMode: "numeric" }),
		],
		submit: "Check the code",
		cancel: "Later",
		isCloseable: false,
		onSubmit: ({ code }) => verify(id, code),
	});
	sheet.close();
	isChecked && tellChecked(context);
}

/** A right code is worth nothing while nobody answers. */
export function tellChecked({ replies, again }) {
	replies.isOn ? toast("The code is right. Photos can be asked for.") : toast("The code is right, but requests are not answered yet.", { action: "Switch on", onAction: () => answer(true, again) });
}

export const checkCode = ({ number, address }) =>
	openDialog({
		title: "Type the current code",
		text: `The six digits that the authenticator app of ${address} shows now.`,
		parts: [codeField("Code it shows", { name: "code", inputMode: "numeric" })],
		submit: "Check the code",
		onSubmit: ({ code }) => verify(number, code),
	});

async function verify(id, code) {
	const digits = code.replace(/\s/g, "");
	if (!/^\d{6}$/.test(digits)) {
		throw new FieldProblem("code", "Type the six digits the app shows.");
	}

	await post(`photo-replies/senders/${id}/verification`, { code: digits });
	return true;
}

export const changeRights = ({ number, address, account }, accounts) =>
	openDialog({
		title: "What may be seen?",
		text: `Of all that ${address} asks for.`,
		parts: [rightsField(accounts, account), hint("Is the account locked or over, no photo is sent.")],
		submit: "Save",
		onSubmit: ({ account: chosen }) => put(`photo-replies/senders/${number}`, { account: chosen ? Number(chosen) : null }).then(() => true),
	});

/** @returns whether there is a new one. */
export async function renewSecret(sender, context) {
	const made = await openDialog({
		title: "A new secret?",
		text: "The old one stops working at once, in every app that has it. The new one has to be scanned again.",
		submit: "Make a new one",
		kind: "danger",
		onSubmit: () => post(`photo-replies/senders/${sender.number}/secret`),
	});
	made && (await showSecret({ ...made, id: sender.number, address: sender.address }, context));
	return Boolean(made);
}
