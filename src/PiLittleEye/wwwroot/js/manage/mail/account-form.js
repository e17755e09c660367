// The account with one provider: where its app password comes from, then address and password; or a sign-in with the provider.

import { make } from "../../dom.js";
import { preparePeeks } from "../../password-field.js";
import { card } from "../build.js";
import { formAnswer } from "../dialog.js";
import { choiceField, passwordField, textField } from "../fields.js";
import { detailHead } from "../list-and-detail.js";
import { segments } from "../segments.js";
import { put } from "../service.js";
import { accountChange } from "./account-change.js";
import { DeviceSignIn } from "./device-sign-in.js";
import { ENCRYPTIONS, inPlainWords } from "./mail-words.js";

const OWN = { incoming: { host: "", port: 993, encryption: "tls" }, outgoing: { host: "", port: 465, encryption: "tls" } };

/** @returns parts, and close: ends what goes on in the background. */
export function accountForm(provider, mail, { onSaved }) {
	const before = mail.isSetUp && mail.provider === provider.id ? mail : null;
	const shown = { incoming: before?.incoming ?? provider.incoming, outgoing: before?.outgoing ?? provider.outgoing };
	const form = passwordForm(provider, before, shown, onSaved);
	const signIn = new DeviceSignIn(provider, before, { onGranted: onSaved });
	const [mayType, maySignIn] = ["password", "oauth2"].map((way) => provider.authentications.includes(way));
	const way = before?.authentication ?? provider.authentications[0];
	const show = (wanted) => {
		form.hidden = wanted !== "password";
		signIn.element.hidden = wanted === "password";
	};
	show(way);
	const ways = mayType && maySignIn ? [segments("How the camera logs in", [["password", "App password"], ["oauth2", "Sign in with a code"]], way, show)] : [];
	return { parts: [detailHead(before ? `Change ${before.address}` : provider.name, provider.incoming ? "The camera’s mailbox" : "Any server that speaks IMAP and SMTP"), helpCard(provider), ...ways, form, signIn.element], close: () => signIn.close() };
}

const helpCard = ({ name, help, helpUrl, incoming, authentications }) => {
	const title = !incoming ? "Good to know" : authentications[0] === "oauth2" ? "How it works" : "First, an app password";
	const link = helpUrl && make("a", { className: "button", href: helpUrl, target: "_blank", rel: "noopener noreferrer", textContent: `${name.split(",")[0]}’s own help` });
	return card(title, make("ul", { className: "advice" }, ...help.map((textContent) => make("li", { textContent }))), link);
};

function passwordForm(provider, before, shown, onSaved) {
	const banner = make("p", { className: "banner", role: "alert", hidden: true });
	const yes = make("button", { className: "button primary", textContent: "Save and test" });
	const form = make("form", { className: "card mail-form", noValidate: true });
	const servers = [serverFields("Reading (IMAP)", "incoming", shown.incoming ?? OWN.incoming), serverFields("Sending (SMTP)", "outgoing", shown.outgoing ?? OWN.outgoing)];
	const rest = [
		textField("User name", { name: "user", value: before && before.user !== before.address ? before.user : "", hint: "Leave it empty when it is the address." }),
		textField("Folder", { name: "folder", value: before?.folder ?? "INBOX", hint: "Another one only when a rule of yours moves the requests there." }),
		textField("Ask every … seconds", { name: "pollingSeconds", value: before?.pollingSeconds ?? "", placeholder: "60", inputMode: "numeric", hint: "Only where the server does not tell by itself." }),
		textField("Mails an hour at most", { name: "mailsPerHour", value: before?.mailsPerHour ?? "", inputMode: "numeric", hint: "What your provider allows; the others wait." }),
	];
	const isOwn = !provider.incoming;
	form.append(
		banner,
		textField("Mail address of the camera", { name: "address", value: before?.address ?? "", inputMode: "email", placeholder: "my.camera@example.org", autocomplete: "off" }),
		passwordField(isOwn ? "Password" : "App password", { name: "password", autocomplete: "off", hint: before?.hasSecret ? "One is kept. Type only to change it." : "Kept encrypted, and never shown again." }),
		...(isOwn ? servers : []),
		make("details", { className: "more" }, make("summary", { textContent: "More" }), ...(isOwn ? [] : servers), ...rest),
		yes,
	);
	const answer = async (values) => {
		try {
			await put("mail", accountChange(provider, values, shown));
		} catch (failure) {
			// What is wrong must be seen.
			form.querySelector("details").open ||= Object.keys(failure.fields ?? {}).some((name) => form.elements[name]?.closest?.("details"));
			throw inPlainWords(failure);
		}
	};
	form.onsubmit = formAnswer({ form, banner, yes, onSubmit: answer, onDone: onSaved });
	preparePeeks(form);
	return form;
}

const serverFields = (legend, name, { host, port, encryption }) =>
	make(
		"fieldset",
		{ className: "server" },
		make("legend", { textContent: legend }),
		textField("Server", { name: `${name}.host`, value: host, placeholder: name === "incoming" ? "imap.example.org" : "smtp.example.org" }),
		make("div", { className: "server-way" }, textField("Port", { name: `${name}.port`, value: port, inputMode: "numeric" }), choiceField("Encryption", { name: `${name}.encryption`, value: encryption, options: ENCRYPTIONS })),
	);
