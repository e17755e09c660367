// Opens the right screen: claim, sign in, or the picture.

import * as api from "./api.js";
import { ClaimScreen, isPhoneToCome } from "./claim.js";
import { byId, drawIcons, setText } from "./dom.js";
import { countdown } from "./live-words.js";
import { LiveScreen } from "./live-screen.js";
import { preparePeeks } from "./password-field.js";
import { RetryDelay } from "./retry-delay.js";
import { SignInScreen } from "./sign-in.js";
import { prepareInstall } from "./install.js";

const SCREENS = ["boot", "claim", "sign-in", "live"];
const TITLES = { boot: "Pi Little Eye", claim: "Set up · Pi Little Eye", "sign-in": "Sign in · Pi Little Eye" };

const delay = new RetryDelay();
const live = new LiveScreen({ onSignedOut: () => askToSignIn("You have been signed out."), onSignOut: signOut, onPhone: showPhone });
const signIn = new SignInScreen(start);
const claim = new ClaimScreen({
	onClaimed: showPhone,
	onFinished: start,
	onAlreadyClaimed: () => askToSignIn("Somebody has claimed this camera already."),
});

function show(screen) {
	for (const name of SCREENS) {
		byId(name).hidden = name !== screen;
	}

	byId("door").hidden = screen !== "claim" && screen !== "sign-in";

	document.title = TITLES[screen] ?? document.title;
}

async function start() {
	let session;
	try {
		session = await api.session();
	} catch (failure) {
		leave();
		if (failure.code === "not-claimed") {
			show("claim");
			claim.open();
		} else {
			failure.status === 401 ? askToSignIn() : waitForCamera(failure);
		}

		return;
	}

	delay.reset();
	leave();
	if (isPhoneToCome()) {
		showPhone();
	} else {
		await watch(session);
	}
}

async function watch(session) {
	show("live");
	try {
		await live.open(session);
	} catch (failure) {
		failure.status === 401 ? askToSignIn() : waitForCamera(failure);
	}
}

function leave() {
	live.close();
	signIn.close();
	claim.close();
}

function askToSignIn(why) {
	leave();
	show("sign-in");
	signIn.open(why);
}

function showPhone() {
	live.close();
	show("claim");
	claim.openPhone();
}

async function signOut() {
	try {
		await api.signOut();
		askToSignIn("You are signed out.");
	} catch (failure) {
		failure.status === 401 ? askToSignIn() : waitForCamera(failure);
	}
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
start();
