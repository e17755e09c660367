// Who may come in: everybody with an account, what they may see and do, and when they were here.

import * as api from "../../api.js";
import { make } from "../../dom.js";
import { button } from "../build.js";
import { ListAndDetail } from "../list-and-detail.js";
import { roleOf } from "../menu.js";
import { go } from "../route.js";
import { ask } from "../service.js";
import { whenText } from "../when.js";
import { addPerson } from "./add-person.js";
import { personDetail } from "./person-detail.js";
import { isOver, tagsOf } from "./person-tags.js";
import { changeSecondFactorRule } from "./second-factor-rule.js";

export function openPanel(place, { session }) {
	let cameras = [];
	const again = () => list.load();
	const list = new ListAndDetail(place, {
		section: "people",
		search: "Find a name",
		before: [button("Who needs a second factor", { icon: "phone", onPress: async () => (await changeSecondFactorRule()) && again() })],
		primary: button("Add a person", { kind: "primary", icon: "plus", onPress: async () => show(await addPerson(cameras)) }),
		load: async () => {
			cameras = await api.cameras();
			return ask("accounts");
		},
		row,
		none: ["people", "Nobody yet", "Add the people who may see your printer."],
		detail: (person) => personDetail(person, { cameras, isMe: person.name === session.name, again }),
		choose: "Choose somebody to see what they may do.",
	});
	list.load();

	async function show(added) {
		if (added) {
			await list.load();
			go("people", added.id);
		}
	}

	return list;
}

function row(person) {
	const { name, seenAt, isLocked } = person;
	const subtitle = [`${roleOf(person)} · `, seenAt ? make("span", {}, "seen ", whenText(seenAt)) : "never signed in"];
	return { title: name, subtitle, mark: [...name][0].toUpperCase(), tags: tagsOf(person), isDim: isLocked || isOver(person) };
}
