// The one switch: whether requests are answered at all.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { put } from "../service.js";

const WORDS = { true: "Requests are answered", false: "Requests are not answered any more" };

export async function answer(isOn, again) {
	await put("photo-replies", { isOn });
	toast(WORDS[isOn]);
	await again();
}

export function answerSwitch({ isOn }, senders, again) {
	const input = make("input", { type: "checkbox", role: "switch", checked: isOn });
	const small = !isOn ? "Off: nobody gets a photo." : senders.length === 0 ? "Nobody may ask yet: approve a sender." : "A right code from an approved sender gets a photo.";
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
