// One key for each thing done often. Silent while somebody types, and with any modifier: those belong to the browser.

const TYPED_IN = "input:not([type=checkbox], [type=radio], [type=range]), select";

/** @param actions by key; "digit" for 1 to 9. One that returns false leaves the key to the browser. */
export function listenForKeys(actions) {
	document.addEventListener("keydown", (event) => {
		const { key, target } = event;
		const isOurs = !event.ctrlKey && !event.altKey && !event.metaKey && !document.querySelector("dialog[open]");
		if (isOurs && (key === "Escape" || !target.matches(TYPED_IN))) {
			const action = actions[key] ?? actions[key.toLowerCase()] ?? (/^[1-9]$/.test(key) ? actions.digit : null);
			if (action && action(key) !== false) {
				event.preventDefault();
			}
		}
	});
}
