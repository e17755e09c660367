// Rights in the words of a printer's owner.

export const EVERY = "*";

export const RIGHTS = [
	["watch", "Watch"],
	["photo", "Photos"],
	["settings", "Settings"],
	["control", "Light and printer"],
];

// "Light and printer" has its own "and"; two of them in a row confuse.
const listed = (words) =>
	words.length < 2 || words.at(-1).includes(" and ") ? words.join(", ") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

// With one camera and nothing said about another, nobody needs to hear of "every".
const isOneCamera = (rights, cameras) => cameras.length === 1 && Object.keys(rights ?? {}).every((id) => id === EVERY);

/** "Watch and photos on every camera". */
export function rightsInWords(rights, cameras) {
	const every = isOneCamera(rights, cameras) ? cameras[0].name : "every camera";
	const nameOf = (id) => (id === EVERY ? every : (cameras.find((camera) => camera.id === id)?.name ?? id));
	const lines = Object.entries(rights ?? {})
		.filter(([, allowed]) => allowed.length > 0)
		.map(([id, allowed]) => {
			const words = listed(RIGHTS.filter(([right]) => allowed.includes(right)).map(([, word], i) => (i ? word.toLowerCase() : word)));
			return `${words} on ${nameOf(id)}`;
		});
	return lines.length > 0 ? lines : ["No camera at all"];
}

/** The rows to choose from: every camera, then each one; also one that is gone but still has rights. */
export function rowsOf(rights, cameras) {
	const isOne = isOneCamera(rights, cameras);
	const known = isOne ? [] : cameras.map(({ id, name }) => [id, name]);
	const gone = Object.keys(rights ?? {}).filter((id) => id !== EVERY && !cameras.some((camera) => camera.id === id));
	return [[EVERY, isOne ? cameras[0].name : "Every camera"], ...known, ...gone.map((id) => [id, `${id} (not here any more)`])];
}

/** @param chosen for each camera's id the rights that are ticked. What is allowed everywhere is not said again for one. */
export function rightsFrom(chosen) {
	const everywhere = chosen[EVERY] ?? [];
	const entries = Object.entries(chosen).map(([id, allowed]) => [id, id === EVERY ? allowed : allowed.filter((right) => !everywhere.includes(right))]);
	return Object.fromEntries(entries.filter(([, allowed]) => allowed.length > 0));
}
