// The one switch: whether requests are answered at all.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { put } from "../service.js";

export function answerSwitch({ isOn }, senders, again) {
	const input = make("input", { type: "checkbox", role: "switch", checked: isOn });
	const small = isOn && senders.length === 0 ? "Nobody may ask yet: approve a sender." : "A right code from an approved sender gets a photo.";
	input.onchange = async () => {
		const wanted = input.checked;
		try {
			await put("photo-replies", { isOn: wanted });
			toast(wanted ? "Requests are answered" : "Requests are not answered any more");
			await again();
		} catch (failure) {
			input.checked = !wanted;
			input.dispatchEvent(new CustomEvent("failure", { bubbles: true, detail: failure }));
		}
	};
	return make("label", { className: "switch answer" }, make("span", {}, "Answer requests", make("small", { textContent: small })), input);
}
