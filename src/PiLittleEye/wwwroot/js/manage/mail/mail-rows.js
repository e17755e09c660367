// The rows of the list: mailbox, requests and rules, then everybody who may ask.

import { tag } from "../build.js";
import { whenText } from "../when.js";
import { attentionWords, isNobodyBelieved, mailboxWords } from "./mail-words.js";

export function rowOf(item, context) {
	switch (item.kind) {
		case "mailbox":
			return mailboxRow(context);
		case "requests":
			return requestsRow(context);
		case "rules":
			return rulesRow(context);
		case "sender":
			return senderRow(item, context);
		default:
			return { title: "", subtitle: "", mark: "mail" };
	}
}

function mailboxRow({ mail }) {
	if (!mail.isSetUp) {
		return { title: "No mailbox yet", subtitle: "Nobody can ask before there is one", mark: "mail", isDim: true };
	}

	const { word, kind } = mailboxWords(mail);
	const { lastMailAt } = mail.mailbox;
	const owner = attentionWords(mail);
	const subtitle = owner ? owner.title : lastMailAt ? ["last mail ", whenText(lastMailAt)] : "no mail so far";
	return { title: mail.address, subtitle, mark: "mail", tags: [tag(owner ? "Needs you" : word, owner ? "bad" : kind)] };
}

function requestsRow({ decisions, mail }) {
	const { answered } = mail.counters;
	const [latest] = decisions;
	const subtitle = latest ? ["last one ", whenText(latest.at), answered ? ` · ${answered} answered` : ""] : "Nobody has asked yet";
	return { title: "Requests", subtitle, mark: "log" };
}

function rulesRow(context) {
	return isNobodyBelieved(context)
		? { title: "More", subtitle: "No sender is believed yet", mark: "cog", tags: [tag("Needs you", "bad")] }
		: { title: "More", subtitle: "Who is believed, limits, subject", mark: "cog" };
}

function senderRow(sender, { accounts }) {
	const { address, usedAt, replies } = sender;
	const subtitle = usedAt ? [`${replies} ${replies === 1 ? "photo" : "photos"} · `, whenText(usedAt)] : rightsWords(sender, accounts);
	return { group: "Who may ask", title: address, subtitle, mark: address[0].toUpperCase(), tags: senderTags(sender) };
}

export const isLocked = ({ lockedUntil }, now = Date.now()) => Boolean(lockedUntil) && Date.parse(lockedUntil) > now;

export const senderTags = (sender) =>
	[isLocked(sender) && tag("Locked", "bad"), sender.isVerified ? null : tag("Code not checked", "warn")].filter(Boolean);

export function rightsWords({ account }, accounts) {
	const known = accounts.find(({ id }) => id === account);
	return account === null || account === undefined ? "Every camera" : `What ${known?.name ?? "a deleted account"} may see`;
}
