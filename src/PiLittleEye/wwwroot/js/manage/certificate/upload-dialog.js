// A certificate and its key as files, or as text somebody has copied.

import { make } from "../../dom.js";
import { openDialog } from "../dialog.js";
import { FieldProblem } from "../field-problem.js";
import { put } from "../service.js";

/** @returns whether it is in force. */
export const uploadPair = () =>
	openDialog({
		title: "Use my own certificate",
		text: "As made by a certificate authority: the certificate with what stands between it and the authority, and its key. Both as PEM.",
		parts: [
			pemField("Certificate", "certificate", "-----BEGIN CERTIFICATE-----"),
			pemField("Key", "key", "-----BEGIN PRIVATE KEY-----"),
		],
		submit: "Use it",
		onSubmit: async ({ certificate, key }) => {
			for (const [name, text] of Object.entries({ certificate, key })) {
				if (!text.includes("-----BEGIN ")) {
					throw new FieldProblem(name, "Choose the file, or paste all that is in it.");
				}
			}

			await put("certificate", { certificate, key });
			return true;
		},
	});

function pemField(label, name, placeholder) {
	const text = make("textarea", { id: `pem-${name}`, name, placeholder, rows: 4, spellcheck: false, autocomplete: "off" });
	const file = make("input", { type: "file", accept: ".pem,.crt,.cer,.key", className: "file", ariaLabel: `File with the ${label.toLowerCase()}` });
	file.onchange = async () => {
		text.value = (await file.files[0]?.text()) ?? text.value;
	};
	return make("div", { className: "field" }, make("label", { htmlFor: text.id, textContent: label }), file, text);
}
