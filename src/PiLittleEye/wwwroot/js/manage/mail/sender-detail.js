// Somebody who may ask: what they may see, how it went, and what can be done about them.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { actions, button, card, facts, hint, tag } from "../build.js";
import { detailHead } from "../list-and-detail.js";
import { go } from "../route.js";
import { remove } from "../service.js";
import { askForName } from "../typed-name.js";
import { exact } from "../time-words.js";
import { when } from "../when.js";
import { isLocked, rightsWords, senderTags } from "./mail-rows.js";
import { wordsBesideCode } from "./sheet-words.js";
import { changeRights, checkCode, renewSecret, tellChecked } from "./sender-dialogs.js";

/** @param context what the panel knows; again: fetches everything anew. */
export function senderDetail(sender, context) {
	const { accounts, senders, mail, cameras, again } = context;
	const then = (action) => async () => (await action()) && again();
	const { address, isVerified, createdAt, usedAt, replies, wrongCodes, sharesWith } = sender;
	const other = senders.find(({ id }) => id === sharesWith)?.address;
	return [
		detailHead(address, rightsWords(sender, accounts), ...senderTags(sender), isVerified && tag("Code checked", "good")),
		isLocked(sender) && lockCard(sender, again),
		!isVerified && uncheckedCard(sender, context, then),
		card("", facts({ Approved: when(createdAt), "Last photo": when(usedAt), Photos: String(replies), "Wrong codes": wrongCodes ? `${wrongCodes} of 5 in a day` : null, "Same secret as": other })),
		card("How to ask", ...howTo(mail.address, cameras)),
		card(
			"",
			actions(
				isVerified && button("Type the current code", { icon: "phone", onPress: then(() => checked(sender, context)) }),
				button("What may be seen", { icon: "camera", onPress: then(() => changeRights(sender, accounts)) }),
				isVerified && button("New secret", { icon: "renew", onPress: then(() => renewSecret(sender, context)) }),
				button("Remove", { kind: "danger", icon: "trash", onPress: () => removal(sender, again) }),
			),
			hint("The secret was shown once and is not shown again: for a new phone, make a new one."),
		),
	].filter(Boolean);
}

// After an import there is a secret that nobody has ever seen.
const uncheckedCard = (sender, context, then) =>
	card(
		"Not checked yet",
		hint("Until one code was right, no photo is sent. Was nothing scanned so far, make a new secret and scan it."),
		actions(
			button("Type the current code", { kind: "primary", icon: "phone", onPress: then(() => checked(sender, context)) }),
			button("New secret", { icon: "renew", onPress: then(() => renewSecret(sender, context)) }),
		),
	);

const howTo = (mailbox, cameras) => [
	hint(`Write a mail to ${mailbox ?? "the camera’s mailbox"} with the six digits that the app shows now, in the text. Nothing else is needed.`),
	make("dl", { className: "facts" }, ...wordsBesideCode(cameras).map(([word, what]) => make("div", {}, make("dt", {}, make("code", { textContent: word })), make("dd", { textContent: what })))),
];

const lockCard = ({ number, address, lockedUntil }, again) =>
	make(
		"div",
		{ className: "banner", role: "alert" },
		make("b", { textContent: "Locked after five wrong codes" }),
		`It ends by itself ${exact(lockedUntil)}. Was it not ${address}? Then somebody guesses, and the lock is right.`,
		actions(
			button("End the lock", {
				icon: "unlock",
				onPress: async () => {
					await remove(`photo-replies/senders/${number}/lock`);
					toast(`${address} may ask again`);
					await again();
				},
			}),
		),
	);

async function checked(sender, context) {
	const isRight = await checkCode(sender);
	isRight && tellChecked(context);
	return isRight;
}

async function removal({ number, address }, again) {
	const isGone = await askForName({
		title: `Remove ${address}?`,
		text: "Mails from there are not answered any more. The secret in their app is worthless then.",
		name: address,
		submit: "Remove",
		onSubmit: () => remove(`photo-replies/senders/${number}`).then(() => true),
	});
	if (isGone) {
		go("mail");
		toast(`${address} is removed`);
		await again();
	}
}
