// A password to be told to somebody once: easy to read aloud, easy to type on a phone, and replaced at the first sign-in.

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const LETTERS_IN_GROUP = 4;

// 16 letters of 31 are 79 bits.
export function temporaryPassword(random = (count) => crypto.getRandomValues(new Uint8Array(count))) {
	const groups = Array.from({ length: GROUPS }, () => Array.from({ length: LETTERS_IN_GROUP }, () => letter(random)).join(""));
	return groups.join("-");
}

// What would make some letters likelier than others is thrown away.
function letter(random) {
	const fair = 256 - (256 % LETTERS.length);
	let value;
	do {
		[value] = random(1);
	} while (value >= fair);

	return LETTERS[value % LETTERS.length];
}
