// Who is signed in and where one can go: a menu on a phone, a rail beside the panel on a wide screen.

import { make } from "../dom.js";
import { button, icon, iconButton } from "./build.js";
import { routeTo } from "./route.js";
import { sectionsOf } from "./sections.js";

export const ROLES = { administrator: "Administrator", viewer: "Viewer", guest: "Guest" };

export const roleOf = ({ role }) => ROLES[role.toLowerCase()] ?? role;

/** @param alerts how many entries of the log nobody has seen. */
function links(session, current, alerts, onChosen) {
	return make(
		"ul",
		{ className: "sections" },
		...sectionsOf(session).map(({ id, title, icon: name }) => {
			const link = make("a", { href: routeTo(id), onclick: onChosen }, icon(name), make("span", { textContent: title }));
			link.ariaCurrent = id === current ? "page" : null;
			if (id === "log" && alerts > 0) {
				link.append(make("span", { className: "count", textContent: alerts, ariaLabel: `${alerts} new ${alerts === 1 ? "alert" : "alerts"}` }));
			}

			return make("li", {}, link);
		}),
	);
}

const who = (session) =>
	make(
		"div",
		{ className: "who" },
		make("span", { className: "face", ariaHidden: "true", textContent: [...session.name][0]?.toUpperCase() }),
		make("span", { className: "caption" }, make("b", { textContent: session.name }), make("small", { textContent: roleOf(session) })),
	);

export const navigation = (session, current, alerts) => [
	make("a", { className: "to-picture", href: "#" }, icon("back"), make("span", { textContent: "Picture" })),
	links(session, current, alerts),
	who(session),
];

/** @param hooks onShare: null where there is no picture to share; onSignOut. */
export function openMenu(session, current, alerts, { onShare, onSignOut }) {
	const dialog = make("dialog", { className: "menu", ariaLabel: "Account and more" });
	const close = () => {
		dialog.close();
		dialog.remove();
	};
	const share = onShare && button("Share this camera", { icon: "share", onPress: () => (close(), onShare()) });
	const leave = button("Sign out", { icon: "leave", onPress: () => (close(), onSignOut()) });
	const head = make("header", {}, who(session), iconButton("Close (Esc)", "close", close));
	// After the link has been followed: one that is out of the page already leads nowhere.
	dialog.append(head, links(session, current, alerts, () => setTimeout(close)), make("div", { className: "actions" }, ...[share, leave].filter(Boolean)));
	dialog.oncancel = close;
	// A tap beside it closes it, as of any menu.
	dialog.onclick = ({ target }) => {
		// With braces: what a handler returns as false undoes the click, on a link too.
		if (target === dialog) {
			close();
		}
	};
	document.body.append(dialog);
	dialog.showModal();
}
