// A photo by mail: the camera's mailbox, who may ask, what was asked, and the way to set all of it up.

import * as api from "../../api.js";
import { make } from "../../dom.js";
import { loadStyle } from "../../manage-door.js";
import { toast } from "../../toasts.js";
import { button } from "../build.js";
import { ListAndDetail } from "../list-and-detail.js";
import { go } from "../route.js";
import { ask, Cancelled } from "../service.js";
import { accountForm } from "./account-form.js";
import { answerSwitch } from "./answer-switch.js";
import { howItWorks } from "./how-it-works.js";
import { importPage } from "./import.js";
import { rowOf } from "./mail-rows.js";
import { MailboxDetail } from "./mailbox-detail.js";
import { providerCards } from "./provider-cards.js";
import { RequestsDetail } from "./requests-detail.js";
import { rulesForm } from "./rules-form.js";
import { addSender } from "./sender-dialogs.js";
import { senderDetail } from "./sender-detail.js";
import { TestWalk } from "./test-walk.js";

// As fresh as somebody expects who has just sent a mail, and little for a Pi to answer.
const REFRESH_MS = 4000;

let style = null;

export function openPanel(place) {
	style ??= loadStyle("mail");
	return new MailPanel(place);
}

/** For what a camera of an earlier version does not know. */
const known = (path) =>
	ask(path).catch((failure) => {
		if (failure.status === 404) {
			return null;
		}

		throw failure;
	});

class MailPanel {
	#list;
	#context = { cameras: [], accounts: [], providers: [], mail: null, replies: null, senders: null, decisions: null, test: null };
	#top = make("div");
	#add = button("Approve a sender", { kind: "primary", icon: "plus", onPress: () => this.#addSender() });
	#setUp = button("Set up the mailbox", { kind: "primary", icon: "mail", onPress: () => go("mail", "setup") });
	#bring = button("Bring PrintCameraBot over", { icon: "upload", onPress: () => go("mail", "import") });
	#mailbox = new MailboxDetail({ onTest: () => this.#test(), onRemoved: () => this.#done() });
	#requests = new RequestsDetail();
	#walk = new TestWalk({ mayAsk: () => Boolean(this.#context.senders), provider: () => this.#context.mail?.provider ?? "own" });
	#timer = 0;
	#isOpen = true;

	constructor(place) {
		this.#list = new ListAndDetail(place, {
			section: "mail",
			before: [this.#top],
			primary: [this.#add, this.#setUp, this.#bring],
			load: () => this.#load(),
			isShown: ({ isHidden }) => !isHidden,
			row: (item) => rowOf(item, this.#context),
			none: ["mail", "A photo by mail", "Mail six digits from your phone and get a fresh photo back. No door is opened into your network.", howItWorks()],
			detail: (item) => this.#detail(item),
			overview: () => this.#overview(),
		});
		this.#list.load().then(() => this.#refreshLater());
	}

	choose(id) {
		this.#walk.watch(id === "test");
		this.#list.choose(id);
	}

	close() {
		this.#isOpen = false;
		clearTimeout(this.#timer);
		this.#walk.watch(false);
		this.#detail({ kind: "none" });
	}

	async #load() {
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
		Object.assign(this.#context, { mail, providers, replies, senders, decisions, test, accounts, cameras });
		this.#show();
		return this.#items();
	}

	#show() {
		const { mail, replies, senders, decisions } = this.#context;
		const isFresh = this.#isFresh;
		this.#mailbox.show(this.#context);
		this.#requests.show(decisions ?? [], mail.counters);
		this.#add.hidden = isFresh || !senders;
		this.#setUp.hidden = mail.isSetUp;
		this.#bring.hidden = !isFresh || !senders;
		const parts = mail.isSetUp && replies ? [answerSwitch(replies, senders ?? [], () => this.#list.load())] : [];
		this.#top.replaceChildren(...parts);
		this.#top.hidden = parts.length === 0;
	}

	// Nothing but the welcome until there is something.
	get #isFresh() {
		const { mail, senders } = this.#context;
		return !mail.isSetUp && !senders?.length;
	}

	#items() {
		const { mail, replies, senders, decisions, providers } = this.#context;
		const isHidden = this.#isFresh;
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

	#leave = () => {};

	#detail(item) {
		this.#leave();
		this.#leave = () => {};
		const { mail, replies, providers } = this.#context;
		const again = () => this.#list.load();
		switch (item.kind) {
			case "mailbox":
				return this.#mailbox.parts;
			case "requests":
				return this.#requests.parts;
			case "rules":
				return rulesForm(replies, { mail, providers, again });
			case "sender":
				return senderDetail(item, { ...this.#context, again });
			case "setup":
				return providerCards(providers, mail);
			case "form": {
				const { parts, close } = accountForm(item.provider, mail, { onSaved: () => this.#saved() });
				this.#leave = close;
				return parts;
			}
			case "test":
				return this.#walk.parts;
			case "import":
				return importPage({ again });
			default:
				return [];
		}
	}

	// Where there is room for both, what comes first stands there at once.
	#overview() {
		const { mail, providers } = this.#context;
		return mail && !mail.isSetUp ? providerCards(providers, mail) : this.#mailbox.parts;
	}

	// The test shows better than any word that it was saved.
	async #saved() {
		await this.#list.load();
		if (this.#context.test) {
			await this.#test();
		} else {
			toast("Saved");
			go("mail", "mailbox");
		}
	}

	async #test() {
		await this.#walk.start();
		go("mail", "test");
	}

	async #done() {
		await this.#list.load();
		go("mail");
	}

	async #addSender() {
		const id = await addSender({ ...this.#context, again: () => this.#list.load() });
		if (id) {
			await this.#list.load();
			go("mail", `sender-${id}`);
		}
	}

	// Only what changes by itself; forms and senders stay as they are under the hand.
	async #refresh() {
		try {
			const { decisions } = this.#context;
			const [mail, latest] = await Promise.all([ask("mail"), decisions ? ask("photo-replies/decisions") : null]);
			const before = JSON.stringify([this.#context.mail, decisions]);
			if (this.#isOpen && before !== JSON.stringify([mail, latest])) {
				Object.assign(this.#context, { mail, decisions: latest });
				this.#mailbox.show(this.#context);
				this.#requests.show(latest ?? [], mail.counters);
				this.#list.refresh();
			}
		} catch (failure) {
			// What is shown stays until the camera answers again.
			if (failure instanceof Cancelled) {
				return;
			}
		}

		this.#refreshLater();
	}

	#refreshLater() {
		clearTimeout(this.#timer);
		this.#timer = this.#isOpen ? setTimeout(() => this.#refresh(), REFRESH_MS) : 0;
	}
}
