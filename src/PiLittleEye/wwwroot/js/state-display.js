// Shows the truth about the picture: pill, the age in large letters, the reason when there is none, the count of viewers.

import { announce } from "./announcer.js";
import { byId, setIcon, setText } from "./dom.js";
import { countdown, describe, reasonOf, seconds } from "./live-words.js";

const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
const SIZE_AT_FAULT = ["wrong-size", "wrong-mode", "short-frame"];

export class StateDisplay {
	#told = "";

	show(view, facts) {
		const state = describe(view, facts);
		const { kind, words, detail } = state;
		byId("stage").dataset.kind = kind;
		byId("stage").dataset.picture = facts.age === null ? "none" : "shown";
		setText(byId("pill-words"), words);
		setText(byId("pill-detail"), detail);
		this.#showMoment((kind === "stale" || kind === "offline") && facts.age !== null, facts);
		this.#showNotice(kind === "no-signal" || (kind === "offline" && facts.age === null), kind, view, facts);
		byId("watchers").hidden = kind !== "live" || !(facts.status?.viewers > 1);
		setText(byId("watchers").lastElementChild, `${facts.status?.viewers} watching`);
		this.#tell(state, facts);
		return kind;
	}

	#showMoment(isShown, { capturedAt, age }) {
		byId("moment").hidden = !isShown;
		if (isShown) {
			setText(byId("moment").firstElementChild, time.format(capturedAt));
			setText(byId("moment").lastElementChild, `not live: ${seconds(age)} old`);
		}
	}

	#showNotice(isShown, kind, view, facts) {
		const notice = byId("notice");
		notice.hidden = !isShown;
		if (isShown) {
			const isCamera = kind === "no-signal";
			const reason = isCamera ? reasonOf(view.frameState, facts.status) : offlineReason(view, facts);
			const action = isCamera ? (SIZE_AT_FAULT.includes(view.frameState) ? "Choose another size" : "") : "Try now";
			setIcon(notice.firstElementChild, isCamera ? "camera-off" : "link-off");
			notice.querySelector(".source").hidden = !isCamera;
			setText(notice.querySelector("h2"), reason.title);
			setText(notice.querySelector(".explanation"), reason.explanation);
			setText(notice.querySelector(".remedy"), reason.remedy);
			setText(byId("notice-action"), action);
			byId("notice-action").hidden = !action;
		}
	}

	// The kind is news, its numbers are not.
	#tell({ kind, words, detail }, { name, status }) {
		const news = kind === "no-signal" ? `${words}: ${detail}. ${status?.remedy ?? ""}` : words;
		if (this.#told !== name + news) {
			this.#told = name + news;
			announce(`${name}: ${news.toLowerCase()}`);
			document.title = kind === "live" ? `${name} · Pi Little Eye` : `${words} · ${name}`;
		}
	}
}

function offlineReason({ cause, retryAt }, { isOnline, now }) {
	const remedy = `Trying again in ${countdown(retryAt - now)}.`;
	if (!isOnline) {
		return { title: "No network", explanation: "This device is not connected.", remedy: "The picture comes back with the network, by itself." };
	}

	if (cause?.code === "too-many-viewers") {
		return { title: cause.title, explanation: cause.message, remedy };
	}

	if (cause?.code === "sent-away") {
		return { title: "An administrator ended this", explanation: "You may still come in, unless your account was changed too.", remedy };
	}

	return cause?.code === "stopping"
		? { title: "Camera restarts", explanation: "Its service is being restarted.", remedy }
		: { title: "Camera does not answer", explanation: "It may be switched off, or this device is in another network.", remedy };
}
