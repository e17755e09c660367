// One entry of the log, whole; its address is one that can be kept and sent.

import { make } from "../../dom.js";
import { actions, card, facts, tag } from "../build.js";
import { copyButton } from "../secret-box.js";
import { detailHead } from "../list-and-detail.js";
import { exact, relative } from "../time-words.js";
import { kindInWords } from "./kinds.js";

export function logDetail({ at, kind, who, from, camera, subject, succeeded, isAlert, text, id }) {
	return [
		detailHead(text, [make("time", { dateTime: at, textContent: `${exact(at)}, ${relative(at)}` })], isAlert && tag("Alert", "bad"), succeeded ? tag("Done", "good") : tag("Refused", "warn")),
		card("", facts({ Kind: kindInWords(kind), Who: who ?? "nobody who is known", From: from, Camera: camera, About: subject, Number: String(id) })),
		actions(copyButton("link to this entry", location.href, undefined, "Copy link")),
	];
}
