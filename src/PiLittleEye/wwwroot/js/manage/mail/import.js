// What PrintCameraBot knew: its config.json goes in, and a report says what was taken and what was left, and why.

import { make } from "../../dom.js";
import { actions, card, hint } from "../build.js";
import { formAnswer } from "../dialog.js";
import { FieldProblem } from "../field-problem.js";
import { detailHead } from "../list-and-detail.js";
import { post } from "../service.js";

export function importPage({ again }) {
	const banner = make("p", { className: "banner", role: "alert", hidden: true });
	const text = make("textarea", { id: "import-text", name: "config", rows: 8, placeholder: '{ "email_address": … }', spellcheck: false, autocomplete: "off" });
	const file = make("input", { type: "file", accept: ".json,application/json", className: "file", ariaLabel: "The file config.json" });
	file.onchange = async () => {
		text.value = (await file.files[0]?.text()) ?? text.value;
	};
	const yes = make("button", { className: "button primary", textContent: "Bring it over" });
	const report = make("div", { className: "mail-stack", role: "status" });
	const form = make("form", { className: "card", noValidate: true }, banner, make("div", { className: "field" }, make("label", { htmlFor: text.id, textContent: "config.json" }), file, text), yes);
	const onSubmit = ({ config }) => {
		let parsed;
		try {
			parsed = JSON.parse(config);
		} catch {
			throw new FieldProblem("config", "This is not the whole file: choose it, or paste all that is in it.");
		}

		return post("photo-replies/import", parsed);
	};
	const onDone = async (answer) => {
		form.hidden = true;
		// Nothing of it is fetched anew while it is read.
		report.replaceChildren(...reportOf(answer), actions(make("a", { className: "button primary", href: "#/mail", textContent: "Go on", onclick: () => void setTimeout(again) })));
	};
	form.onsubmit = formAnswer({ form, banner, yes, onSubmit, onDone });
	return [detailHead("Bring PrintCameraBot over", "Choose its config.json, or paste it. Everything is read but its secrets."), form, report];
}

const reportOf = ({ taken, left }) => [
	taken.length > 0 && card("Taken", lines(taken.map(({ what, as }) => [what, as]))),
	left.length > 0 && card("Left", hint("Nothing of this is lost: the file stays as it is."), lines(left.map(({ what, why }) => [what, why]))),
	taken.length + left.length === 0 && card("", hint("There was nothing in it that this camera knows.")),
].filter(Boolean);

const lines = (pairs) => make("dl", { className: "report" }, ...pairs.map(([what, words]) => make("div", {}, make("dt", { textContent: what }), make("dd", { textContent: words }))));
