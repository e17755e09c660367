// The certificate in force, until when, and what can be done so that no browser warns.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { actions, button, card, facts, hint, tag } from "../build.js";
import { ask, Cancelled, post, remove } from "../service.js";
import { copyable } from "../secret-box.js";
import { failed, loading } from "../states.js";
import { when } from "../when.js";
import { authorityCard } from "./authority.js";
import { uploadPair } from "./upload-dialog.js";

const ORIGINS = {
	own: ["Yours", "You, or whoever installed this camera, brought it."],
	"self-signed": ["Self-made", "The camera made it and signed it itself, so browsers warn once. What is sent is encrypted all the same."],
	authority: ["By your own authority", "Phones that have installed the authority below take it without a warning."],
};

export function openPanel(place) {
	const page = make("div", { className: "page" }, loading());
	place.append(page);

	async function load() {
		try {
			const [certificate, authority] = await Promise.all([ask("certificate"), ask("certificate/authority")]);
			page.replaceChildren(...parts(certificate, authority, load));
		} catch (failure) {
			failure instanceof Cancelled || page.replaceChildren(failed(failure, load));
		}
	}

	load();
	return {};
}

function parts(certificate, authority, again) {
	const { names, fingerprint, notBefore, notAfter, origin, isTrusted, warning, issuer, subject } = certificate;
	const [word, meaning] = ORIGINS[origin] ?? [origin, ""];
	return [
		...(warning ? [make("p", { className: "banner wait", role: "alert" }, make("b", { textContent: "Look after the certificate" }), warning)] : []),
		card(
			"In force",
			make("p", { className: "tags" }, tag(word), isTrusted ? tag("Browsers trust it", "good") : tag("Browsers warn", "warn")),
			hint(meaning),
			facts({
				"Good for": make("span", { className: "names" }, ...names.map((name) => make("code", { textContent: name }))),
				Ends: when(notAfter),
				"Good since": when(notBefore),
				Subject: subject,
				Issuer: issuer === subject ? "itself" : issuer,
			}),
			copyable("Fingerprint (SHA-256), to compare with what the browser shows", fingerprint, { isSecret: false }),
			changes(certificate, again),
		),
		authorityCard(authority, again),
	];
}

function changes({ origin, file }, again) {
	if (file) {
		return hint(`It comes from ${file}, as the settings file says, and is read again when that file changes.`);
	}

	const renew = button("Make a new one", { icon: "renew", onPress: () => done(post("certificate/renewal"), "A new certificate is in force", again) });
	const back = button("Back to the camera’s own", { icon: "trash", onPress: () => done(remove("certificate"), "The camera uses its own certificate again", again) });
	const upload = button("Use my own", { icon: "upload", onPress: async () => (await uploadPair()) && done(null, "Your certificate is in force", again) });
	return actions(origin === "own" ? back : renew, upload);
}

// A browser that was shown the old one may have to be asked again about the new one.
async function done(change, words, again) {
	await change;
	toast(`${words}. Your browser may ask about it once more.`);
	await again();
}
