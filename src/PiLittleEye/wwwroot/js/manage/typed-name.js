// What cannot be taken back asks for the thing's name: fingers press "OK" by themselves, nobody types a name by mistake.

import { openDialog } from "./dialog.js";
import { FieldProblem } from "./field-problem.js";
import { textField } from "./fields.js";

const plain = (text) => text.normalize("NFKC").trim().toLowerCase();

/** Case and spaces around do not matter: the point is which thing, not typing. */
export const isSameName = (typed, name) => plain(typed) === plain(name);

export const askForName = ({ title, text, name, submit, onSubmit }) =>
	openDialog({
		title,
		text,
		parts: [textField(`Type “${name}” to go on`, { name: "typed", autocomplete: "off" })],
		submit,
		kind: "danger",
		onSubmit: ({ typed }) => {
			if (!isSameName(typed, name)) {
				throw new FieldProblem("typed", `That is not “${name}”.`);
			}

			return onSubmit();
		},
	});
