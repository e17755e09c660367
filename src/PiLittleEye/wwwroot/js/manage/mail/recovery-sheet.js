// One sheet of paper for the drawer: where to write, what to write, and the secret for the day the phone is lost. On the screen it is never seen.

import { make } from "../../dom.js";
import { qrOf } from "../secret-box.js";
import { inGroups, wordsBesideCode } from "./sheet-words.js";

export class RecoverySheet {
	#element;

	constructor({ address, secret, qr, mailbox, cameras }) {
		const rows = wordsBesideCode(cameras).map(([word, what]) => make("tr", {}, make("th", { scope: "row" }, make("code", { textContent: word })), make("td", { textContent: what })));
		this.#element = make(
			"section",
			{ className: "paper" },
			make("h1", { textContent: "A photo by mail" }),
			make("p", {}, "for ", make("b", { textContent: address })),
			make(
				"ol",
				{},
				make("li", { textContent: "Open the authenticator app and read the six digits." }),
				make("li", {}, "Write a mail to ", make("b", { textContent: mailbox ?? "the camera’s mailbox" }), " with these digits in the text."),
				make("li", { textContent: "The reply brings a photo that was taken after you asked. Each code works once." }),
			),
			make("h2", { textContent: "Words beside the digits" }),
			make("table", {}, make("tbody", {}, ...rows)),
			make("h2", { textContent: "When the phone is lost" }),
			make("p", { textContent: "Scan this with an authenticator app on the new one, or type the letters (time-based, six digits)." }),
			qrOf(qr, ""),
			make("p", { className: "letters" }, make("code", { textContent: inGroups(secret) })),
			make("p", { className: "small", textContent: `Whoever has this sheet and your mailbox can see the printer. Keep it where keys are kept. ${new Date().toLocaleDateString(undefined, { dateStyle: "long" })}` }),
		);
		// There already, so that the browser's own way to print works as well.
		document.body.append(this.#element);
	}

	print() {
		window.print();
	}

	close() {
		this.#element.remove();
	}
}
