// From where people may come. Edited as a whole and saved at once, so that half a change never shuts anybody out.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { button, card, hint } from "../build.js";
import { openDialog } from "../dialog.js";
import { ask, Cancelled, post, put } from "../service.js";
import { failed, loading } from "../states.js";
import { asChange, draftOf, isSame, LISTS, problemOf, withAdded, withEnabled, withoutEntry } from "./draft.js";
import { ListEditor } from "./list-editor.js";
import { TrialBar } from "./trial-bar.js";

const WORDS = {
	allow: { title: "Let in only these", text: "Everybody else is turned away before signing in." },
	block: { title: "Never let in these", text: "Goes before the list above." },
	homeNetworks: { title: "Watch without signing in", text: "From these networks everybody sees the picture, and nothing more." },
};

export function openPanel(place) {
	let stored = null;
	let draft = null;
	const page = make("div", { className: "page" });
	const save = button("Save", { kind: "primary", onPress: () => send() });
	const shut = make("p", { className: "banner wait", role: "alert", hidden: true, textContent: "With these lists you could not come in from where you are now." });
	const bar = make("div", { className: "save-bar", hidden: true }, button("Discard", { onPress: () => edit(draftOf(stored)) }), save);
	const trial = new TrialBar({ onKeep: keep, onOver: () => load().then(() => toast("The lists from before are in force again")) });
	const editors = Object.fromEntries(LISTS.map((name) => [name, new ListEditor(WORDS[name], hooksOf(name))]));
	const proxies = make("div");
	place.append(make("div", { className: "with-bar" }, page, bar));
	page.append(loading());
	load();

	function hooksOf(name) {
		return {
			onEnabled: (enabled) => edit(withEnabled(draft, name, enabled)),
			onAdd: (text) => edit(withAdded(draft, name, text)),
			onRemove: (range) => edit(withoutEntry(draft, name, range)),
			judge: async (text) => problemOf((await check(withAdded(draft, name, text)))?.problems, name),
		};
	}

	// Without an answer nothing is said against it: saving says the same again.
	const check = (lists) => post("access-lists/check", asChange(lists)).catch(() => null);

	async function load() {
		try {
			take(await ask("access-lists"));
		} catch (failure) {
			failure instanceof Cancelled || page.replaceChildren(failed(failure, load));
		}
	}

	function take(lists) {
		stored = lists;
		page.replaceChildren(trial.element, shut, ...LISTS.map((name) => editors[name].element), proxies);
		proxies.replaceChildren(...proxyCard(lists.trustedProxies));
		trial.show(lists.pending);
		edit(draftOf(lists));
	}

	async function edit(changed) {
		draft = changed;
		for (const name of LISTS) {
			editors[name].show(draft[name], new Map(stored[name].entries.map(({ range, hits }) => [range, hits])));
		}

		bar.hidden = isSame(draft, draftOf(stored));
		shut.hidden = bar.hidden || !(await check(changed))?.wouldShutYouOut;
	}

	async function send(more) {
		try {
			const answer = await put("access-lists", asChange(draft, more));
			take(answer);
			answer.pending || toast("Saved, and in force");
		} catch (failure) {
			if (failure.code !== "would-shut-you-out") {
				throw failure;
			}

			await askToTry(failure, () => send({ confirm: true }));
		}
	}

	async function keep(token) {
		await post("access-lists/confirmation", { token });
		trial.close();
		toast("The lists are kept");
		await load();
	}

	return { close: () => trial.close() };
}

const askToTry = (failure, onSubmit) =>
	openDialog({
		title: "This would shut you out",
		text: `${failure.message.split(". ")[0]}. You can try it: the lists are in force for 60 seconds and go back by themselves, unless you confirm them from an address that may come.`,
		submit: "Try for 60 seconds",
		kind: "danger",
		onSubmit: () => onSubmit().then(() => true),
	});

const proxyCard = (trusted) => [
	card(
		"Proxies that are believed",
		...(trusted?.length ? [make("p", { className: "tags" }, ...trusted.map((range) => make("code", { className: "tag", textContent: range })))] : []),
		hint(
			trusted?.length
				? "What these say about where somebody comes from is taken as true. Changed in the settings file, by the installer."
				: "None. Where somebody comes from is what the network says, whatever headers claim.",
		),
	),
];
