// What opens a camera without a person: keys for programs, links for sharing. Each can be taken back.

import * as api from "../../api.js";
import { make } from "../../dom.js";
import { button } from "../build.js";
import { ListAndDetail } from "../list-and-detail.js";
import { go } from "../route.js";
import { segments } from "../segments.js";
import { ask } from "../service.js";
import { keyDetail, keyRow } from "./key-detail.js";
import { addKey } from "./key-dialog.js";
import { linkDetail, linkRow } from "./link-detail.js";
import { openShareDialog } from "./share-dialog.js";

const NONE = {
	key: ["key", "No keys", "A key lets a program look: OctoPrint, a script, a recorder. It has rights of its own and can be taken back."],
	link: ["link", "No links", "A link shows one camera for a while to whoever holds it. Nobody needs an account for it."],
};

export function openPanel(place, { session }) {
	const { isAdministrator } = session;
	let cameras = [];
	let shown = isAdministrator ? "key" : "link";
	const again = () => list.load();
	const key = button("New key", { kind: "primary", icon: "plus", onPress: async () => show("key", await addKey(cameras)) });
	const link = button("Share a camera", { kind: "primary", icon: "share", onPress: async () => show("link", await openShareDialog(null, cameras)) });
	const reference = make("a", { className: "hint", href: "/api", textContent: "What a program may ask: the API" });
	const views = segments("Keys or links", [["key", "Keys for programs"], ["link", "Shared links"]], shown, view);
	const list = new ListAndDetail(place, {
		section: "keys",
		search: "Find a name",
		before: isAdministrator ? [views, reference] : [],
		primary: [key, link],
		load: async () => {
			const [known, keys, links] = await Promise.all([api.cameras(), isAdministrator ? ask("keys") : [], ask("tickets")]);
			cameras = known;
			return [...keys.map((item) => of("key", item)), ...links.map((item) => of("link", item))];
		},
		isShown: ({ kind }) => kind === shown,
		row: (item) => (item.kind === "key" ? keyRow(item, cameras) : linkRow(item, cameras)),
		detail: (item) => (item.kind === "key" ? keyDetail(item, cameras, again) : linkDetail(item, cameras, again)),
		none: () => NONE[shown],
	});
	view(shown);
	list.load();

	function view(kind) {
		shown = kind;
		key.hidden = kind !== "key";
		link.hidden = kind !== "link";
		reference.hidden = kind !== "key";
		list.refresh();
	}

	async function show(kind, made) {
		if (made) {
			await list.load();
			go("keys", idOf(kind, made));
		}
	}

	return {
		choose(id) {
			// A link from elsewhere opens the view its thing is in.
			const kind = id?.split("-")[0];
			if (kind in NONE && kind !== shown && isAdministrator) {
				views.querySelector(`[value=${kind}]`).checked = true;
				view(kind);
			}

			list.choose(id);
		},
	};
}

const idOf = (kind, { id }) => `${kind}-${id}`;
// Both have numbers of their own; the address must tell them apart.
const of = (kind, item) => ({ ...item, kind, number: item.id, id: idOf(kind, item) });
