// Over the live picture, and only when nobody but the owner can help: what is wrong with the mail, and the way to mend it.

import { get } from "../../api.js";
import { byId, make } from "../../dom.js";
import { loadStyle } from "../../manage-door.js";
import { attentionWords } from "./mail-words.js";

const REFRESH_MS = 60_000;

let style = null;
let banner = null;
let timer = 0;

/** Stays until it is mended. @param mail as the service tells it. */
export async function showMailBanner(mail) {
	const words = attentionWords(mail);
	style ??= loadStyle("mail");
	await style;
	banner?.remove();
	banner = words && bannerOf(words);
	banner && byId("stage").append(banner);
	clearTimeout(timer);
	timer = banner ? setTimeout(look, REFRESH_MS) : 0;
}

// Who comes back to the picture may have mended it just now.
async function look() {
	const mail = await get("mail").catch(() => null);
	mail && banner && (await showMailBanner(mail));
}

addEventListener("hashchange", () => void setTimeout(look));

function bannerOf({ title, action }) {
	const words = make("p", {}, make("b", { textContent: title }), make("small", { textContent: "Photos by mail wait for you." }));
	return make("section", { className: "mail-banner glass", ariaLabel: "Photo by mail" }, words, make("a", { className: "button", href: "#/mail/mailbox", textContent: action }));
}
