// A photo by mail: the camera's mailbox, who may ask, what was asked, and the way to set all of it up.

import { make } from "../../dom.js";
import { loadStyle } from "../../manage-door.js";
import { toast } from "../../toasts.js";
import { button } from "../build.js";
import { ListAndDetail } from "../list-and-detail.js";
import { go } from "../route.js";
import { Cancelled } from "../service.js";
import { accountForm } from "./account-form.js";
import { answerSwitch } from "./answer-switch.js";
import { howItWorks } from "./how-it-works.js";
import { importPage } from "./import.js";
import { fetchAll, fetchNews, isFresh, itemsOf } from "./mail-data.js";
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

class MailPanel {
	#known = null;
	#again = () => this.#list.load();
	#top = make("div", { hidden: true });
	#add = button("Approve a sender", { kind: "primary", icon: "plus", hidden: true, onPress: () => this.#addSender() });
	#setUp = button("Set up the mailbox", { kind: "primary", icon: "mail", hidden: true, onPress: () => go("mail", "setup") });
	#bring = button("Bring PrintCameraBot over", { icon: "upload", hidden: true, onPress: () => go("mail", "import") });
	#mailbox = new MailboxDetail({ onTest: () => this.#test(), onRemoved: () => this.#removed() });
	#requests = new RequestsDetail();
	#walk = new TestWalk({ mayAsk: () => Boolean(this.#known?.senders), provider: () => this.#known?.mail.provider ?? "own" });
	#list;
	#leave = () => {};
	#timer = 0;
	#isOpen = true;

	constructor(place) {
		this.#list = new ListAndDetail(place, {
			section: "mail",
			before: [this.#top],
			primary: [this.#add, this.#setUp, this.#bring],
			load: () => this.#load(),
			isShown: ({ isHidden }) => !isHidden,
			row: (item) => rowOf(item, this.#known),
			none: ["mail", "A photo by mail", "Mail six digits from your phone and get a fresh photo back. No door is opened into your network.", howItWorks()],
			detail: (item) => this.#detail(item),
			overview: () => this.#overview(),
		});
		this.#again().then(() => this.#refreshLater());
	}

	choose(id) {
		this.#leave();
		this.#walk.watch(id === "test");
		this.#list.choose(id);
	}

	close() {
		this.#isOpen = false;
		clearTimeout(this.#timer);
		this.#walk.watch(false);
		this.#leave();
	}

	async #load() {
		[this.#known] = await Promise.all([fetchAll(), style]);
		const { mail, replies, senders } = this.#known;
		const isNew = isFresh(this.#known);
		this.#add.hidden = isNew || !senders;
		this.#setUp.hidden = mail.isSetUp;
		this.#bring.hidden = !isNew || !senders;
		this.#top.hidden = !mail.isSetUp || !replies;
		this.#top.hidden || this.#top.replaceChildren(answerSwitch(this.#known, this.#again));
		this.#show();
		return itemsOf(this.#known);
	}

	#show() {
		this.#mailbox.show(this.#known);
		this.#requests.show(this.#known.decisions ?? []);
	}

	#detail(item) {
		this.#leave();
		switch (item.kind) {
			case "mailbox":
				return this.#mailbox.parts;
			case "requests":
				return this.#requests.parts;
			case "rules":
				return rulesForm({ ...this.#known, again: this.#again });
			case "sender":
				return senderDetail(item, { ...this.#known, again: this.#again });
			case "form":
				return this.#form(item.provider);
			case "test":
				return this.#walk.parts;
			case "import":
				return importPage({ again: this.#again });
			default:
				return providerCards(this.#known);
		}
	}

	#form(provider) {
		const { parts, close } = accountForm(provider, this.#known.mail, { onSaved: () => this.#saved() });
		this.#leave = () => {
			this.#leave = () => {};
			close();
		};
		return parts;
	}

	// Where there is room for both, what comes first stands there at once.
	#overview() {
		return this.#known.mail.isSetUp ? this.#mailbox.parts : providerCards(this.#known);
	}

	// The test shows better than any word that it was saved.
	async #saved() {
		await this.#again();
		if (this.#known.test) {
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

	async #removed() {
		await this.#again();
		go("mail");
	}

	async #addSender() {
		const id = await addSender({ ...this.#known, again: this.#again });
		if (id) {
			await this.#again();
			go("mail", `sender-${id}`);
		}
	}

	#refreshLater() {
		clearTimeout(this.#timer);
		this.#timer = this.#isOpen ? setTimeout(() => this.#refresh(), REFRESH_MS) : 0;
	}

	async #refresh() {
		try {
			const news = this.#known && (await fetchNews(this.#known));
			const { mail, decisions } = this.#known ?? {};
			if (this.#isOpen && news && JSON.stringify(news) !== JSON.stringify({ mail, decisions })) {
				Object.assign(this.#known, news);
				this.#show();
				this.#list.refresh();
			}
		} catch (failure) {
			// What is shown stays until the camera answers again; after the session nothing is asked any more.
			if (failure instanceof Cancelled) {
				return;
			}
		}

		this.#refreshLater();
	}
}
