// What is shown once: the value itself, a button that copies it, and the same for a phone's camera.

import { make } from "../dom.js";
import { icon } from "./build.js";

export function copyable(label, value, { isSecret = true } = {}) {
	// A fingerprint is compared in pairs of signs: none is torn apart at the end of a line.
	const pairs = value.split(/(?<=:)(?=[0-9A-F]{2}(?::|$))/).flatMap((part) => [part, make("wbr")]);
	const code = make("code", { tabIndex: 0, ariaLabel: label }, ...pairs.slice(0, -1));
	const copy = copyButton(label, value, () => getSelection().selectAllChildren(code));
	return make("div", { className: isSecret ? "copyable secret" : "copyable" }, make("span", { className: "hint", textContent: label }), code, copy);
}

/** @param onRefused when the browser keeps its clipboard to itself: what is to be marked, so that the person's own way of copying works. */
export function copyButton(label, value, onRefused = () => {}, textContent = "Copy") {
	const words = make("span", { textContent });
	const copy = make("button", { type: "button", className: "button plain", ariaLabel: `Copy: ${label}` }, icon("copy"), words);
	copy.onclick = async () => {
		try {
			await navigator.clipboard.writeText(value);
			words.textContent = "Copied";
			copy.ariaLabel = `Copied: ${label}`;
		} catch {
			onRefused();
		}
	};
	return copy;
}

/** @param svg as the service draws it. On white, because many scanners want dark on light. */
export function qrOf(svg, alt) {
	return make("figure", { className: "qr" }, make("img", { alt, src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` }));
}
