// Tells people who listen what has changed, once it has settled.

import { byId, setText } from "./dom.js";

const SETTLED_MS = 800;

let timer = 0;

export function announce(text) {
	clearTimeout(timer);
	timer = setTimeout(() => setText(byId("announcer"), text), SETTLED_MS);
}
