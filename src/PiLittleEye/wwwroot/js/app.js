// Opens the right screen: claim, sign in, the picture, or what is managed. What is seen seldom is loaded when it is needed.

import * as api from "./api.js";
import { byId, drawIcons, setText } from "./dom.js";
import { prepareInstall, showInstall } from "./install.js";
import { countdown } from "./live-words.js";
import { LiveScreen } from "./live-screen.js";
import { isRoute, loadManage } from "./manage-door.js";
import { preparePeeks } from "./password-field.js";
import { RetryDelay } from "./retry-delay.js";
import { isGuestAtHome } from "./rights.js";
import { SignInScreen } from "./sign-in.js";
import { toast } from "./toasts.js";

const SCREENS = ["boot", "claim", "sign-in", "debts", "live", "manage"];
const DOOR = ["claim", "sign-in", "debts"];
const TITLES = { boot: "Pi Little Eye", claim: "Set up · Pi Little Eye", "sign-in": "Sign in · Pi Little Eye" };

const delay = new RetryDelay();
const live = new LiveScreen({
	onSignedOut: () => start("You have been signed out."),
	onSignOut: signOut,
	onSignIn: () => askToSignIn("to do more than watch", { isWatching: true }),
	onPhone: showPhone,
	onMenu: () => withManage((manage) => manage.openMenu()),
	onShare: (camera) => withManage((manage) => manage.share(camera)),
});
const signIn = new SignInScreen({ onSignedIn: start, onBack: start });
let session = null;
let opened = null;

const hooks = { onClose: closeManage, onSignOut: signOut, onSignedOut: () => askToSignIn("You have been signed out."), onChanged: start };
let claim = null;

function show(screen) {
	for (const name of SCREENS) {
		byId(name).hidden = name !== screen;
	}

	byId("door").hidden = !DOOR.includes(screen);
	document.title = TITLES[screen] ?? document.title;
}

// A stream also ends when its session goes on under another token: only the camera knows whether anybody is signed in.
async function start(why) {
	try {
		session = await api.session();
	} catch (failure) {
		leave();
		if (failure.code === "not-claimed") {
			await showClaim((screen) => screen.open());
		} else {
			failure.status === 401 ? askToSignIn(why) : waitForCamera(failure);
		}

		return;
	}

	delay.reset();
	leave();
	if (session.owes) {
		await withManage((manage) => (show("debts"), manage.askDebt(session, { onPaid: start, onSignOut: signOut })));
	} else if (isGuestAtHome(session)) {
		await watch();
	} else if (JSON.parse(sessionStorage.getItem("claim"))?.step === "phone") {
		await showPhone();
	} else {
		await followRoute();
	}
}

async function watch() {
	show("live");
	try {
		await live.open(session);
	} catch (failure) {
		failure.status === 401 ? askToSignIn() : waitForCamera(failure);
	}
}

async function followRoute() {
	if (isRoute()) {
		await withManage((manage) => {
			live.close();
			show("manage");
			manage.open();
		});
	}

	if (session && !live.isOpen && byId("manage").hidden) {
		await watch();
	}
}

// Its address goes as well, so that a reload shows the picture.
async function closeManage() {
	history.replaceState(null, "", location.pathname);
	opened?.close();
	await watch();
	byId("open-menu").focus({ preventScroll: true });
}

async function withManage(action) {
	try {
		opened = await loadManage(session, hooks);
	} catch {
		toast("This part of the page could not be fetched. Look at the network, then reload the page.", { isBad: true });
		history.replaceState(null, "", location.pathname);
		return;
	}

	await action(opened);
}

function leave() {
	live.close();
	signIn.close();
	claim?.close();
	opened?.close();
}

function askToSignIn(why, { isWatching } = {}) {
	session = null;
	leave();
	show("sign-in");
	signIn.open(why, { isWatching });
}

async function showClaim(action) {
	try {
		claim ??= await loadClaim();
	} catch {
		return waitForCamera(new Error("The camera does not answer."));
	}

	show("claim");
	action(claim);
}

async function showPhone() {
	live.close();
	await showClaim((screen) => screen.openPhone());
}

async function signOut() {
	try {
		await api.signOut();
		history.replaceState(null, "", location.pathname);
		askToSignIn("You are signed out.");
	} catch (failure) {
		failure.status === 401 ? askToSignIn() : waitForCamera(failure);
	}
}

async function loadClaim() {
	byId("claim").innerHTML = await api.part("claim");
	drawIcons();
	preparePeeks(byId("claim"));
	const { ClaimScreen } = await import("./claim.js");
	showInstall();
	return new ClaimScreen({ onClaimed: showPhone, onFinished: start, onAlreadyClaimed: () => askToSignIn("Somebody has claimed this camera already.") });
}

// The page itself came from the browser's own store, or the camera has gone since.
function waitForCamera(failure) {
	leave();
	show("boot");
	const wait = delay.next();
	const until = Date.now() + wait;
	const tick = () =>
		setText(byId("boot-words"), navigator.onLine ? `${failure.message} Trying again in ${countdown(until - Date.now())}.` : "No network.");
	const clock = setInterval(tick, 250);
	const timer = setTimeout(again, wait);
	byId("boot-retry").onclick = again;
	addEventListener("online", again);
	tick();

	function again() {
		clearInterval(clock);
		clearTimeout(timer);
		removeEventListener("online", again);
		start();
	}
}

drawIcons();
preparePeeks();
prepareInstall();
addEventListener("hashchange", () => session && !session.owes && !isGuestAtHome(session) && (isRoute() ? followRoute() : byId("manage").hidden || closeManage()));
start();
