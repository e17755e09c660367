// What stands on the sheet of paper, and on the page where somebody wants to know how to ask.

/** In groups of four, as it is read aloud and typed. */
export const inGroups = (secret) => secret.replace(/\s/g, "").match(/.{1,4}/g)?.join(" ") ?? "";

/** What can stand beside the code. */
export const wordsBesideCode = (cameras) => [
	...(cameras.length > 1 ? cameras.map(({ name }) => [name, `a photo of ${name}`]) : []),
	["rotate", "the photo, turned by a quarter"],
	["status", "how the camera is, without a photo"],
];
