// A key of a program: what it may do, when it was used, and the way to take it back.

import { toast } from "../../toasts.js";
import { actions, button, card, facts, hint, tag } from "../build.js";
import { detailHead } from "../list-and-detail.js";
import { rightsInWords } from "../people/rights-words.js";
import { go } from "../route.js";
import { remove } from "../service.js";
import { askForName } from "../typed-name.js";
import { relative } from "../time-words.js";
import { when, whenText } from "../when.js";

export const isOver = ({ expiresAt }, now = Date.now()) => Boolean(expiresAt) && Date.parse(expiresAt) <= now;

export const endTag = (item) => item.expiresAt && (isOver(item) ? tag("Ended", "bad") : tag(`Ends ${relative(item.expiresAt)}`));

export const keyRow = (key) => ({
	title: key.name,
	subtitle: key.usedAt ? ["used ", whenText(key.usedAt)] : "never used",
	mark: "terminal",
	tags: [endTag(key)].filter(Boolean),
	isDim: isOver(key),
});

export const keyDetail = (key, cameras, again) => [
	detailHead(key.name, "Key of a program", endTag(key)),
	card(
		"",
		facts({
			Key: key.prefix && `${key.prefix}…`,
			"Made by": key.createdBy,
			Made: when(key.createdAt),
			Ends: when(key.expiresAt, "never by itself"),
			"Last used": when(key.usedAt),
			From: key.usedFrom,
		}),
	),
	card("May do", ...rightsInWords(key.rights, cameras).map(hint)),
	card("", hint("Its secret was shown once and is not kept. Lost it? Revoke this key and make another."), actions(revoke(key, again))),
];

const revoke = ({ number, name }, again) =>
	button("Revoke", {
		kind: "danger",
		icon: "trash",
		onPress: async () => {
			const isGone = await askForName({
				title: `Revoke ${name}?`,
				text: "What uses it stops within a second, and it cannot be brought back.",
				name,
				submit: "Revoke",
				onSubmit: () => remove(`keys/${number}`).then(() => true),
			});
			if (isGone) {
				go("keys");
				toast(`${name} is revoked`);
				await again();
			}
		},
	});
