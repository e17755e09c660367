// A link that shows one camera for a while: how long, for whom, and then the link with its picture for a phone's camera.

import * as api from "../../api.js";
import { make } from "../../dom.js";
import { button, hint } from "../build.js";
import { openDialog } from "../dialog.js";
import { choiceField, textField } from "../fields.js";
import { copyable, qrOf } from "../secret-box.js";
import { post } from "../service.js";
import { exact } from "../time-words.js";

const DAY = 24 * 60;
const SPANS = [
	["15", "15 minutes"],
	["60", "1 hour"],
	[String(6 * 60), "6 hours"],
	[String(DAY), "1 day"],
	[String(7 * DAY), "7 days"],
];

/** @param camera the one that is watched; null to be asked. @returns the link; null when none was made. */
export async function openShareDialog(camera, known) {
	const cameras = known ?? (await api.cameras());
	const which = choiceField("Camera", { name: "camera", value: camera?.id, options: cameras.map(({ id, name }) => [id, name]) });
	const made = await openDialog({
		title: camera ? `Share ${camera.name}` : "Share a camera",
		text: "Whoever holds the link may watch this camera until it ends, without an account. You can take it back at any time.",
		parts: [
			...(cameras.length > 1 ? [which] : []),
			choiceField("For how long", { name: "minutes", value: String(DAY), options: SPANS }),
			textField("For whom (only you see this)", { name: "name", maxLength: 64 }),
			kioskField(),
		],
		submit: "Make a link",
		onSubmit: ({ camera: chosen, minutes, name, kiosk }) =>
			post("tickets", { camera: chosen ?? cameras[0].id, minutes: Number(minutes), ...(name.trim() && { name: name.trim() }), ...(kiosk && { kiosk: true }) }),
	});
	made && (await showLink(made));
	return made;
}

const kioskField = () =>
	make(
		"label",
		{ className: "switch" },
		make("span", { textContent: "For a screen on the wall" }, make("small", { textContent: "The picture alone, as large as the screen." })),
		make("input", { type: "checkbox", role: "switch", name: "kiosk" }),
	);

async function showLink({ url, photoUrl, qr, expiresAt }) {
	const link = new URL(url, location.href).href;
	const send = button("Send it", { icon: "share", onPress: () => navigator.share({ url: link }).catch(() => {}) });
	send.hidden = !navigator.share;
	await openDialog({
		title: "The link",
		text: `Good until ${exact(expiresAt)}. It is shown only now.`,
		parts: [
			...(qr ? [qrOf(qr, "The link as a picture for a phone’s camera")] : []),
			copyable("Link", link),
			...(photoUrl ? [copyable("A single photo, for what takes an image’s address", new URL(photoUrl, location.href).href, { isSecret: false })] : []),
			send,
			hint("Take it back under “Keys and links”."),
		],
		submit: "Done",
		isCloseable: false,
	});
}
