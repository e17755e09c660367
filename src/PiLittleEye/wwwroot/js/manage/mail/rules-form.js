// Who is believed, how long a code counts, how many photos, under which subject.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { card, hint } from "../build.js";
import { formAnswer } from "../dialog.js";
import { choiceField, textField } from "../fields.js";
import { detailHead } from "../list-and-detail.js";
import { routeTo } from "../route.js";
import { put } from "../service.js";
import { inPlainWords } from "./mail-words.js";

const SPANS = [60, 90, 120, 180, 240, 300];

export function rulesForm({ replies, mail, providers, again }) {
	const { needsAuthentication, authservId, codeSeconds, perSenderPerHour, perHour, subject } = replies;
	const usual = providers.find(({ id }) => id === mail.provider)?.authservId;
	const banner = make("p", { className: "banner", role: "alert", hidden: true });
	const yes = make("button", { className: "button primary", textContent: "Save" });
	const input = make("input", { type: "checkbox", role: "switch", name: "needsAuthentication", checked: needsAuthentication });
	const warning = make("p", { className: "banner wait", hidden: needsAuthentication }, make("b", { textContent: "Anybody can write your address on a mail" }), "Without this check only the six digits stand between a stranger and your picture. Leave it on wherever your mail server checks senders.");
	warning.setAttribute("role", "status");
	input.onchange = () => (warning.hidden = input.checked);
	const form = make(
		"form",
		{ className: "mail-stack", noValidate: true },
		banner,
		card(
			"Who is believed",
			make("label", { className: "switch" }, make("span", {}, "The sender must be confirmed", make("small", { textContent: "Only mails whose sender the receiving mail server has confirmed." })), input),
			warning,
			textField("Name of the receiving server", { name: "authservId", value: authservId ?? "", placeholder: usual === "-" ? "" : (usual?.replace(/^\./, "") ?? "mail.example.org"), hint: nameHint(usual) }),
		),
		card(
			"Limits",
			choiceField("A code counts for", { name: "codeSeconds", value: String(codeSeconds), hint: "From the moment the app shows it to the moment the mail arrives.", options: spans(codeSeconds) }),
			textField("Photos an hour for one sender", { name: "perSenderPerHour", value: perSenderPerHour, inputMode: "numeric" }),
			textField("Photos an hour for all", { name: "perHour", value: perHour, inputMode: "numeric" }),
		),
		card("The reply", textField("Subject", { name: "subject", value: subject, maxLength: 78, hint: "Behind “Re:”, so that mail programs put it to your request." })),
		yes,
	);
	const onSubmit = (values) =>
		put("photo-replies", {
			needsAuthentication: input.checked,
			authservId: values.authservId.trim(),
			codeSeconds: Number(values.codeSeconds),
			perSenderPerHour: Number(values.perSenderPerHour),
			perHour: Number(values.perHour),
			subject: values.subject.trim(),
		}).catch((failure) => Promise.reject(inPlainWords(failure)));
	const onDone = async () => {
		toast("Saved, and in force");
		await again();
	};
	form.onsubmit = formAnswer({ form, banner, yes, onSubmit, onDone });
	const bring = make("a", { className: "button", href: routeTo("mail", "import"), textContent: "Bring PrintCameraBot over" });
	return [detailHead("More", "What a request must be, and what the reply is"), form, card("Coming from PrintCameraBot?", hint("Its config.json can be read; its secrets cannot be kept."), bring)];
}

function spans(current) {
	const all = SPANS.includes(current) ? SPANS : [...SPANS, current].sort((one, other) => one - other);
	return all.map((seconds) => [String(seconds), seconds % 60 === 0 ? `${seconds / 60} ${seconds === 60 ? "minute" : "minutes"}` : `${seconds} seconds`]);
}

// What the provider's servers call themselves: all names under one when it begins with a dot, none when it is a dash.
function nameHint(usual) {
	if (usual === "-") {
		return "Leave it empty: your provider’s servers give none.";
	}

	return usual
		? `Leave it empty for ${usual.replace(/^\./, "")}, your provider’s.`
		: "Whose confirmation counts; without it nobody is believed. It stands first in “Authentication-Results”, in the source of any mail you got.";
}
