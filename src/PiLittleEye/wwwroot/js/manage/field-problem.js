// What is wrong with one field, said at that field.

// Refusals of the service that are about one thing only, and the fields that hold that thing.
const FIELDS = {
	"unusable-name": ["name"],
	"name-taken": ["name"],
	"unusable-password": ["new", "password"],
	"same-password": ["new"],
	"wrong-password": ["current", "password"],
	"wrong-code": ["code"],
	"sender-exists": ["address"],
	"unusable-end": ["expiresAt"],
};

/** A field that is wrong says so itself; it is thrown with where and what. */
export class FieldProblem extends Error {
	constructor(name, message) {
		super(message);
		this.fields = { [name]: [message] };
	}
}

/** @returns sentences by field; a form that has none of the fields says the whole of it above them. */
export function placesOf({ code, title, message, fields = {} }) {
	const sentence = title && !message.startsWith(title) ? `${title}. ${message}` : message;
	return { ...Object.fromEntries((FIELDS[code] ?? []).map((name) => [name, [sentence]])), ...fields };
}
