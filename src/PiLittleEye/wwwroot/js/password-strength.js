// How hard a password is to guess, in words. Not a proof: enough to say "longer", "not that one", "good".

export const SHORTEST = 10;

const COMMON = /passwor[dt]|qwert\w|azerty|letmein|welcome|admin|iloveyou|printer|raspberry|camera|littleeye/g;
const RUNS = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm";
const KINDS = [[/\p{Ll}/u, 26], [/\p{Lu}/u, 26], [/\d/, 10], [/[^\p{L}\d]/u, 20]];

/** @returns level (0 is too short to be taken, 4 the best) and words. */
export function strengthOf(password, name = "") {
	const missing = SHORTEST - [...password].length;
	if (missing > 0) {
		return { level: 0, words: password ? `Too short: ${missing} more.` : `At least ${SHORTEST} characters. Three words make a good one.` };
	}

	const alphabet = KINDS.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0) || 26;
	const bits = newsIn(password.toLowerCase(), name.trim().toLowerCase()) * Math.log2(alphabet);
	const level = 1 + [32, 50, 75].filter((bound) => bits >= bound).length;
	return { level, words: ["", "Easily guessed. Add a word that has nothing to do with it.", "Fair. One more word makes it good.", "Good.", "Strong."][level] };
}

// Characters that tell something new: repeats, runs of the keyboard, the name and the commonest words count little.
function newsIn(password, name) {
	const rest = (name.length > 2 ? password.replaceAll(name, " ") : password).replace(COMMON, " ");
	return [...rest].reduce((news, letter, i) => {
		const [pair, riap] = [rest[i - 1] + letter, letter + rest[i - 1]];
		const isRun = rest[i - 1] === letter || RUNS.includes(pair) || RUNS.includes(riap);
		const times = rest.slice(0, i).split(letter).length - 1;
		return news + (isRun ? 0.25 : 1 / (1 + times * 0.3));
	}, 0);
}
