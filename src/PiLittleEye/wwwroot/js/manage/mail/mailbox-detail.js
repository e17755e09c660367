// How it goes with the mailbox: reading, sending, numbers, and the last thing that went wrong with its remedy.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { actions, button, card, facts, hint, tag } from "../build.js";
import { detailHead } from "../list-and-detail.js";
import { routeTo } from "../route.js";
import { remove } from "../service.js";
import { askForName } from "../typed-name.js";
import { when } from "../when.js";
import { attentionWords, mailboxWords, serverWords, waitingWords } from "./mail-words.js";

export class MailboxDetail {
	parts = [make("div", { className: "mail-stack" })];
	#hooks;

	/** @param hooks onTest; onRemoved. */
	constructor(hooks) {
		this.#hooks = hooks;
	}

	show({ mail, test }) {
		const [place] = this.parts;
		const focused = place.contains(document.activeElement) ? document.activeElement.textContent : null;
		place.replaceChildren(...(mail.isSetUp ? partsOf(mail, test, this.#hooks) : []));
		// What is new must not take the keyboard's place away.
		const same = focused !== null && [...place.querySelectorAll("a, button, h2")].find(({ textContent }) => textContent === focused);
		same && same.focus({ preventScroll: true });
	}
}

function partsOf(mail, test, { onTest, onRemoved }) {
	const { word, kind, sentence } = mailboxWords(mail);
	const owner = attentionWords(mail);
	const { mailbox, queue } = mail;
	return [
		detailHead(mail.address, sentence, tag(word, kind), mail.authentication === "oauth2" && mail.hasSecret && tag("Signed in with the provider")),
		owner && make("div", { className: "banner", role: "alert" }, make("b", { textContent: owner.title }), owner.text),
		card(
			"",
			facts({ Since: mailbox.state === "off" ? null : when(mailbox.since), "Last mail": when(mailbox.lastMailAt, "none so far"), "Next try": mailbox.nextTryAt && when(mailbox.nextTryAt) }),
			faultOf(mailbox.lastError),
			actions(
				test && mail.hasSecret && button("Test", { kind: owner ? "" : "primary", icon: "pulse", onPress: onTest }),
				make("a", { className: owner ? "button primary" : "button", href: routeTo("mail", `setup-${mail.provider}`), textContent: mail.hasSecret ? "Change" : "Log in" }),
			),
		),
		card(
			"Sending",
			facts({ Waiting: [waitingWords(queue), queue.oldestAt && queue.waiting > 0 ? ", since " : "", queue.oldestAt && queue.waiting > 0 ? when(queue.oldestAt) : ""].reduce(joined, make("span")), "Given up": queue.gaveUp > 0 ? `${queue.gaveUp} ${queue.gaveUp === 1 ? "mail" : "mails"}` : null, "Last sent": when(queue.lastSentAt, "none so far") }),
			!owner && queue.banner && make("p", { className: "banner wait", textContent: queue.banner }),
			faultOf(queue.lastError),
		),
		numbersOf(mail),
		card("Servers", facts({ Reads: serverWords(mail.incoming), Sends: serverWords(mail.outgoing), User: mail.user === mail.address ? null : mail.user, Folder: mail.folder })),
		card("", hint("The password goes with it. Approved senders stay."), actions(removal(mail, onRemoved))),
	].filter(Boolean);
}

const joined = (place, part) => (place.append(part), place);

const faultOf = (fault) =>
	fault && make("div", { className: "fault" }, make("p", {}, "What went wrong last, ", when(fault.at)), make("p", { className: "dim", textContent: fault.message }));

const NUMBERS = [
	["read", "read"],
	["answered", "answered"],
	["refused", "refused"],
	["ignored", "ignored"],
	["sent", "sent"],
];

const numbersOf = ({ counters }) =>
	make("dl", { className: "numbers", ariaLabel: "Mails since the camera was started" }, ...NUMBERS.map(([name, words]) => make("div", {}, make("dd", { textContent: counters[name] }), make("dt", { textContent: words }))));

const removal = ({ address }, onRemoved) =>
	button("Remove the mailbox", {
		kind: "danger",
		icon: "trash",
		onPress: async () => {
			const isGone = await askForName({
				title: "Remove the mailbox?",
				text: "The camera forgets the account and its password, and nobody gets photos by mail any more.",
				name: address,
				submit: "Remove",
				onSubmit: () => remove("mail").then(() => true),
			});
			if (isGone) {
				toast("The mailbox is removed");
				await onRemoved();
			}
		},
	});
