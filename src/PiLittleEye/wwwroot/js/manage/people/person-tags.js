// What is out of the ordinary about somebody, in a word or two.

import { tag } from "../build.js";
import { relative } from "../time-words.js";

export const isOver = ({ expiresAt }, now = Date.now()) => Boolean(expiresAt) && Date.parse(expiresAt) < now;

export function tagsOf(person) {
	const { isLocked, owes, expiresAt } = person;
	return [
		isLocked && tag("Locked", "bad"),
		owes && tag(owes === "password" ? "New password due" : "Second factor due", "warn"),
		expiresAt && (isOver(person) ? tag("Ended", "bad") : tag(`Ends ${relative(expiresAt)}`)),
	].filter(Boolean);
}
