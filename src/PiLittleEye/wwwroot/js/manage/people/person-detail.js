// All about one person, and all that can be done about them.

import { toast } from "../../toasts.js";
import { actions, button, card, facts, hint, tag } from "../build.js";
import { detailHead } from "../list-and-detail.js";
import { roleOf } from "../menu.js";
import { patch, remove } from "../service.js";
import { when } from "../when.js";
import { changeEnd, changeRights, changeRole, deletePerson, rename, resetPassword } from "./person-dialogs.js";
import { tagsOf } from "./person-tags.js";
import { rightsInWords } from "./rights-words.js";

/** @param context cameras; isMe; again: fetches everything anew. */
export function personDetail(person, { cameras, isMe, again }) {
	const then = (action) => async () => (await action()) && again();
	const { id, name, role, isLocked, sessions, hasSecondFactor } = person;
	const isAdministrator = role.toLowerCase() === "administrator";
	return [
		detailHead(name, `${roleOf(person)}${isMe ? " · this is you" : ""}`, ...tagsOf(person), hasSecondFactor && tag("Second factor", "good")),
		card("", facts({ "Last seen": when(person.seenAt), Added: when(person.createdAt), Ends: person.expiresAt && when(person.expiresAt), "Signed in on": devices(sessions) })),
		card(
			"May do",
			...(isAdministrator ? ["Everything, on every camera."] : rightsInWords(person.rights, cameras)).map(hint),
			actions(
				!isAdministrator && button("Change rights", { icon: "camera", onPress: then(() => changeRights(person, cameras)) }),
				!isMe && button("Change role", { icon: "account", onPress: then(() => changeRole(person)) }),
				role.toLowerCase() === "guest" && button("Change the end", { icon: "clock", onPress: then(() => changeEnd(person)) }),
			),
		),
		card(
			"Access",
			actions(
				button("Rename", { icon: "pencil", onPress: then(() => rename(person)) }),
				!isMe && button("New temporary password", { icon: "key", onPress: then(() => resetPassword(person)) }),
				!isMe && hasSecondFactor && button("Take the second factor off", { icon: "phone", onPress: then(() => withoutSecondFactor(person)) }),
				!isMe && sessions > 0 && button("Sign out everywhere", { icon: "leave", onPress: then(() => signOut(person)) }),
				!isMe && button(isLocked ? "Unlock" : "Lock", { icon: isLocked ? "unlock" : "lock", onPress: then(() => lock(person, !isLocked, again)) }),
			),
			isMe && hint("Your own password and devices are under “Your account”."),
		),
		!isMe && card("", actions(button(`Delete ${name}`, { kind: "danger", icon: "trash", onPress: then(() => deletePerson(person)) }))),
	].filter(Boolean);
}

const devices = (count) => (count ? `${count} ${count === 1 ? "device" : "devices"}` : "no device");

async function lock({ id, name }, isLocked, again) {
	await patch(`accounts/${id}`, { isLocked });
	const undo = { action: "Undo", onAction: async () => (await patch(`accounts/${id}`, { isLocked: !isLocked }), again()) };
	toast(isLocked ? `${name} is locked out` : `${name} may come in again`, undo);
	return true;
}

async function signOut({ id, name }) {
	await remove(`accounts/${id}/sessions`);
	toast(`${name} is signed out everywhere`);
	return true;
}

async function withoutSecondFactor({ id, name }) {
	await remove(`accounts/${id}/second-factor`);
	toast(`${name} signs in with the password alone`);
	return true;
}
