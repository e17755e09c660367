// One's own account: password, second factor, and the devices one is signed in on.

import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { actions, button, card, hint, tag } from "../build.js";
import { roleOf } from "../menu.js";
import { changePassword } from "./password-dialog.js";
import { devicesCard } from "./devices.js";
import { setUpSecondFactor, takeOffSecondFactor } from "./second-factor.js";

export function openPanel(place, { session, onChanged, onSignOut }) {
	const devices = devicesCard();
	place.append(make("div", { className: "page" }, head(session), passwordCard(() => devices.load()), secondFactorCard(session, onChanged), devices.element, leave(onSignOut)));
	devices.load();
	return { close: () => {} };
}

const head = (session) =>
	make("header", { className: "detail-head" }, make("h2", { textContent: session.name }), make("p", { className: "dim", textContent: roleOf(session) }));

const passwordCard = (onDone) =>
	card(
		"Password",
		hint("A new one signs you out on your other devices."),
		actions(button("Change password", { icon: "key", onPress: async () => (await changePassword()) && (toast("Your password is changed"), onDone()) })),
	);

function secondFactorCard({ hasSecondFactor }, onChanged) {
	const set = async (action) => (await action()) && onChanged();
	const state = make("p", { className: "tags" }, hasSecondFactor ? tag("On", "good") : tag("Off"));
	return card(
		"Second factor",
		state,
		hint(
			hasSecondFactor
				? "Signing in takes your password and a code from your phone."
				: "A code from an app on your phone, so that your password alone opens nothing.",
		),
		hasSecondFactor
			? actions(button("Take it off", { icon: "unlock", onPress: () => set(takeOffSecondFactor) }))
			: actions(button("Set it up", { icon: "phone", onPress: () => set(setUpSecondFactor) })),
	);
}

const leave = (onSignOut) => card("", actions(button("Sign out here", { icon: "leave", onPress: onSignOut })));
