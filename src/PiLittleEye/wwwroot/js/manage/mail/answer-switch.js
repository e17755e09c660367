// The one switch: whether requests are answered at all.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { put } from "../service.js";
import { isNobodyBelieved } from "./mail-words.js";

const WORDS = { true: "Requests are answered", false: "Requests are not answered any more" };

export async function answer(isOn, again) {
	await put("photo-replies", { isOn });
	toast(WORDS[isOn]);
	await again();
}

export function answerSwitch(known, again) {
	const { isOn } = known.replies;
	const input = make("input", { type: "checkbox", role: "switch", checked: isOn });
	const small = smallWords(known);
	input.onchange = async () => {
		const wanted = input.checked;
		try {
			await answer(wanted, again);
		} catch (failure) {
			input.checked = !wanted;
			input.dispatchEvent(new CustomEvent("failure", { bubbles: true, detail: failure }));
		}
	};
	return make("label", { className: "switch answer" }, make("span", {}, "Answer requests", make("small", { textContent: small })), input);
}

function smallWords(known) {
	if (!known.replies.isOn) {
		return "Off: nobody gets a photo.";
	}

	if (isNobodyBelieved(known)) {
		return "No sender is believed yet: say under “More” which server confirms them.";
	}

	return known.senders?.length ? "A right code from an approved sender gets a photo." : "Nobody may ask yet: approve a sender.";
}
