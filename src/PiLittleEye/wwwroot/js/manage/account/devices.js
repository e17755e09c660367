// Where somebody is signed in, each with a way to end it.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { actions, button, card, icon, tag } from "../build.js";
import { ask, remove } from "../service.js";
import { asItem, failed, loading } from "../states.js";
import { when } from "../when.js";

export function devicesCard() {
	const list = make("ul", { className: "lines" });
	const all = actions();
	const element = card("Signed in on", list, all);
	list.append(asItem(loading(2)));

	async function load() {
		try {
			show(await ask("sessions"));
		} catch (failure) {
			list.replaceChildren(asItem(failed(failure, load)));
		}
	}

	function show(sessions) {
		const mineFirst = sessions.toSorted((a, b) => b.isCurrent - a.isCurrent || b.seenAt.localeCompare(a.seenAt));
		list.replaceChildren(...mineFirst.map((session) => line(session, load)));
		const others = sessions.length > 1;
		all.replaceChildren(...(others ? [button("Sign out everywhere else", { icon: "leave", onPress: () => end("sessions", "Signed out everywhere else", load) })] : []));
	}

	return { element, load };
}

function line({ id, device, address, openedAt, seenAt, isCurrent }, again) {
	const since = make("small", {}, ...(isCurrent ? ["since ", when(openedAt)] : ["seen ", when(seenAt)]), make("br"), address);
	const out = button("Sign out", { kind: "plain", ariaLabel: `Sign out ${device}`, onPress: () => end(`sessions/${id}`, `${device} is signed out`, again) });
	return make("li", {}, icon(iconOf(device)), make("span", { className: "caption" }, make("b", { textContent: device }), since), isCurrent ? tag("This one", "good") : out);
}

async function end(path, words, again) {
	await remove(path);
	toast(words);
	await again();
}

const iconOf = (device) => (/iPhone|iPad|Android|phone/i.test(device) ? "phone" : /curl|wget|python|ffmpeg|program/i.test(device) ? "terminal" : "desktop");
