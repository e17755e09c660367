// The way to all that is managed. Its modules and looks are fetched when somebody goes there first: who only looks never loads them.

import { make } from "./dom.js";

const STYLES = ["manage", "dialogs", "panels"];

let loading = null;
let screen = null;

export const isRoute = () => location.hash.startsWith("#/");

/** @returns the screen of it, for whoever is signed in now. */
export async function loadManage(session, hooks) {
	loading ??= Promise.all([import("./manage/manage.js"), ...STYLES.map(loadStyle)]);
	try {
		const [{ ManageScreen }] = await loading;
		screen ??= new ManageScreen(hooks);
	} catch (failure) {
		loading = null;
		throw failure;
	}

	screen.session = session;
	return screen;
}

export function loadStyle(name) {
	return new Promise((resolve, reject) => {
		const link = make("link", { rel: "stylesheet", href: `/css/${name}.css`, onload: resolve });
		link.onerror = () => {
			link.remove();
			reject(new Error(`No ${link.href}`));
		};
		document.head.append(link);
	});
}
