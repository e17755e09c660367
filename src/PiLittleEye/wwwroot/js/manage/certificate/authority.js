// The camera's own authority: a root that phones install once, so that the warning goes away. It can vouch for this camera and nothing else.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { actions, button, card, facts, hint } from "../build.js";
import { copyable, qrOf } from "../secret-box.js";
import { post, remove } from "../service.js";
import { askForName } from "../typed-name.js";
import { when } from "../when.js";

export const authorityCard = (authority, again) => card("No more warning on your phone", ...(authority.isMade ? made(authority, again) : none(again)));

const none = (again) => [
	hint("The camera can be an authority for itself. Your phone installs that once, and browsers stop warning. It can vouch for this camera and addresses at home, and for nothing else in the world."),
	actions(
		button("Make the authority", {
			icon: "seal",
			onPress: async () => {
				await post("certificate/authority");
				toast("The authority is made. Now install it on your phone.");
				await again();
			},
		}),
	),
];

const made = ({ qr, url, fingerprint, names = [], ranges = [], notAfter }, again) => [
	hint("Scan this with the phone and install what it offers. iPhone: Settings, General, VPN & Device Management; then About, Certificate Trust Settings. Android: Settings, Security, Install a certificate, CA certificate."),
	...(qr ? [qrOf(qr, "The address of the authority’s certificate, as a picture for a phone’s camera")] : []),
	copyable("The same as an address", url, { isSecret: false }),
	facts({ "Vouches for": [...names, ...ranges].join(", "), Ends: when(notAfter) }),
	copyable("Fingerprint (SHA-256), to compare on the phone", fingerprint, { isSecret: false }),
	actions(
		make("a", { className: "button", href: "/authority.crt", download: "", textContent: "Download" }),
		button("Give it up", { kind: "danger", icon: "trash", onPress: () => giveUp(again) }),
	),
];

const giveUp = (again) =>
	askForName({
		title: "Give the authority up?",
		text: "Phones that trust it warn again about this camera. Its root should be removed from them.",
		name: "authority",
		submit: "Give it up",
		onSubmit: async () => {
			await remove("certificate/authority");
			await again();
			return true;
		},
	});
