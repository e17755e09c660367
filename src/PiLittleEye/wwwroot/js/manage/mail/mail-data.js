// What the page of photos by mail knows, and what of it has a place of its own on the page.

import * as api from "../../api.js";
import { ask } from "../service.js";

/** For what a camera of an earlier version does not know. */
const known = (path) =>
	ask(path).catch((failure) => {
		if (failure.status === 404) {
			return null;
		}

		throw failure;
	});

export async function fetchAll() {
	const [mail, providers, replies, senders, decisions, test, accounts, cameras] = await Promise.all([
		ask("mail"),
		ask("mail/providers"),
		known("photo-replies"),
		known("photo-replies/senders"),
		known("photo-replies/decisions"),
		known("mail/test"),
		ask("accounts"),
		api.cameras(),
	]);
	return { mail, providers, replies, senders, decisions, test, accounts, cameras };
}

/** Only what changes by itself; forms and senders stay as they are under the hand. */
export async function fetchNews({ decisions }) {
	const [mail, latest] = await Promise.all([ask("mail"), decisions && ask("photo-replies/decisions")]);
	return { mail, decisions: latest };
}

/** Nothing is set up: the page begins with a welcome. */
export const isFresh = ({ mail, senders }) => !mail.isSetUp && !senders?.length;

/** What has an address of its own; what is hidden is not in the list, but somewhere a link leads to it. */
export function itemsOf(context) {
	const { mail, replies, senders, decisions, providers } = context;
	const isHidden = isFresh(context);
	return [
		{ id: "mailbox", kind: "mailbox", isHidden },
		...(decisions ? [{ id: "requests", kind: "requests", isHidden }] : []),
		...(replies ? [{ id: "rules", kind: "rules", isHidden: isHidden || !mail.isSetUp }] : []),
		...(senders ?? []).map((sender) => ({ ...sender, id: `sender-${sender.id}`, number: sender.id, kind: "sender" })),
		{ id: "setup", kind: "setup", isHidden: true },
		...providers.map((provider) => ({ id: `setup-${provider.id}`, kind: "form", provider, isHidden: true })),
		{ id: "test", kind: "test", isHidden: true },
		...(senders ? [{ id: "import", kind: "import", isHidden: true }] : []),
	];
}
