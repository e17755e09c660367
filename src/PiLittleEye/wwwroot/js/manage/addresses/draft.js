// The lists as they are being edited: nothing is in force before it is saved.

export const LISTS = ["allow", "block", "homeNetworks"];

const plain = ({ enabled, entries }) => ({ enabled, entries: entries.map(({ range }) => range) });

/** Only what the service is told, of what it told. */
export const draftOf = (lists) => Object.fromEntries(LISTS.map((name) => [name, plain(lists[name])]));

export const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

const changed = (draft, name, change) => ({ ...draft, [name]: { ...draft[name], ...change } });

export const withEnabled = (draft, name, enabled) => changed(draft, name, { enabled });

/** Several at once, as pasted: each line or each word between commas is one. */
export function withAdded(draft, name, text) {
	const added = text.split(/[\n,;]+/).map((part) => part.trim()).filter(Boolean);
	return changed(draft, name, { entries: [...new Set([...draft[name].entries, ...added])] });
}

export const withoutEntry = (draft, name, range) => changed(draft, name, { entries: draft[name].entries.filter((entry) => entry !== range) });

/** @returns the first sentence about this list, with the entry's number when it is about one. */
export function problemOf(problems, name) {
	const found = Object.entries(problems ?? {}).find(([path]) => path.startsWith(`${name}.`));
	return found ? found[1].join(" ") : "";
}

/** As sent: an entry is an object there. */
export const asChange = (draft, more = {}) => ({
	...Object.fromEntries(LISTS.map((name) => [name, { enabled: draft[name].enabled, entries: draft[name].entries.map((range) => ({ range })) }])),
	...more,
});
