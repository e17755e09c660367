// The log taken away as a file, or cleared.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { actions, button, hint, icon } from "../build.js";
import { openDialog } from "../dialog.js";
import { remove } from "../service.js";
import { askForName } from "../typed-name.js";
import { queryOf } from "./log-query.js";

const FORMATS = [
	["csv", "Table (CSV)", "For a spreadsheet."],
	["jsonl", "Lines of JSON", "For programs."],
];

/** @param wanted filter and words that are in force; onCleared. */
export function openLogFile(wanted, onCleared) {
	const isNarrowed = Boolean(wanted.filter || wanted.words?.trim());
	const links = FORMATS.map(([format, words]) =>
		make("a", { className: "button", href: `/api/v1/log/export${queryOf({ ...wanted, format })}`, download: "" }, icon("download"), make("span", { textContent: words })),
	);
	const clear = button("Clear the log", { kind: "danger", icon: "trash", onPress: () => clearLog(onCleared) });
	return openDialog({
		title: "Take the log away",
		text: isNarrowed ? "Only what your filter and search find goes into the file." : "Everything the log holds goes into the file.",
		parts: [actions(...links), hint("Old entries are removed by themselves. Clearing leaves one entry that says who did it."), actions(clear)],
		cancel: "Close",
	});
}

async function clearLog(onCleared) {
	const isCleared = await askForName({
		title: "Clear the log?",
		text: "Every entry is removed. That cannot be undone.",
		name: "log",
		submit: "Clear",
		onSubmit: () => remove("log").then(() => true),
	});
	if (isCleared) {
		document.querySelector("dialog.dialog")?.remove();
		toast("The log is cleared");
		await onCleared();
	}
}
