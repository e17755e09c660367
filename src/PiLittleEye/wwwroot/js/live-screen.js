// The picture with all that belongs to it: the stream, its state, the controls, the sheet, the cameras.

import { showAlerts, stopAlerts } from "./alert-badge.js";
import * as api from "./api.js";
import { CameraStrip } from "./camera-strip.js";
import { ChromeFade } from "./chrome-fade.js";
import { byId, setIcon, setText } from "./dom.js";
import { canStream, receiveFrames } from "./frame-stream.js";
import { prepareFullScreen, toggleFullScreen } from "./full-screen.js";
import { LiveView } from "./live-view.js";
import { Picture } from "./picture.js";
import { isGuestAtHome, mayOn } from "./rights.js";
import { ServerClock } from "./server-clock.js";
import { SettingsSheet } from "./settings-sheet.js";
import { listenForKeys } from "./shortcuts.js";
import { takeSnapshot } from "./snapshot.js";
import { StateDisplay } from "./state-display.js";
import { StatusPoll } from "./status-poll.js";
import { Zoom } from "./zoom.js";

// Often enough for an age in seconds and a rate that moves.
const TICK_MS = 250;
const PAN_PX = 80;

const canvas = byId("picture");
const plain = byId("plain-picture");

// Fetched only by the few browsers that need it.
const receivePlainly = async (...how) => (await import("./plain-stream.js")).receiveBy(plain)(...how);

export class LiveScreen {
	#isOpen = false;
	#kind = "";
	#capturedAt = null;
	#bytes = 0;
	#clock = new ServerClock();
	#display = new StateDisplay();
	#picture = new Picture(canvas, (frame) => this.#drawn(frame));
	#poll = new StatusPoll(this.#clock, () => this.#refresh());
	#strip = new CameraStrip((camera) => this.#watch(camera));
	#chrome = new ChromeFade(byId("stage"), () => this.#kind === "live" && !this.#sheet.isOpen);
	#onSignedOut;
	#session = null;
	#view;
	#sheet;
	#zoom;

	constructor(hooks) {
		const { onSignedOut } = hooks;
		this.#onSignedOut = onSignedOut;
		this.#view = new LiveView(canStream ? receiveFrames : receivePlainly, {
			onFrame: (frame) => this.#take(frame),
			onChange: () => this.#phaseChanged(),
			onGone: () => this.#reload(),
			onSignedOut,
		});
		this.#sheet = new SettingsSheet({ onSaved: () => this.#poll.soon(), onSignedOut });
		this.#zoom = new Zoom(byId("view"), canvas, {
			onTap: () => this.#chrome.toggle(),
			onZoom: (isZoomed) => this.#showZoom(isZoomed),
		});
		canvas.hidden = !canStream;
		plain.hidden = canStream;
		prepareFullScreen();
		this.#listenToControls(hooks);
		this.#listenToBrowser();
		listenForKeys(this.#keys());
		setInterval(() => this.#refresh(), TICK_MS);
	}

	get isOpen() {
		return this.#isOpen;
	}

	async open(session) {
		this.#isOpen = true;
		this.#session = session;
		document.body.classList.toggle("administers", session.isAdministrator);
		session.isAdministrator ? showAlerts() : stopAlerts();
		const isGuest = isGuestAtHome(session);
		byId("open-sign-in").hidden = !isGuest;
		for (const control of document.querySelectorAll("#open-menu, #open-sheet, .dock .share")) {
			control.hidden = isGuest;
		}

		setText(byId("who"), session.name);
		setText(byId("open-menu").firstElementChild, [...session.name][0]?.toUpperCase());
		this.#chrome.wake();
		await this.#reload();
	}

	close() {
		this.#isOpen = false;
		this.#view.stop();
		this.#poll.stop();
		stopAlerts();
		this.#strip.close();
		this.#sheet.close();
		this.#picture.clear();
		this.#zoom.reset();
	}

	async #reload() {
		const cameras = await api.cameras();
		if (this.#isOpen) {
			this.#strip.load(cameras);
		}
	}

	#watch(camera) {
		this.#capturedAt = null;
		this.#picture.clear();
		this.#zoom.reset();
		setText(byId("camera-name"), camera.name);
		canvas.ariaLabel = `Live picture of ${camera.name}`;
		this.#view.watch(api.streamPath(camera.id));
		this.#poll.start(camera.id);
		this.#sheet.mayChange = mayOn(this.#session, camera.id, "settings");
		byId("rotate").hidden = !this.#sheet.mayChange;
		byId("snapshot").disabled = !mayOn(this.#session, camera.id, "photo");
		// What the settings are is nothing for whoever only passes by.
		isGuestAtHome(this.#session) || this.#sheet.load(camera).catch((failure) => failure.status === 401 && this.#onSignedOut());
		if (document.visibilityState === "hidden") {
			this.#pause();
		}
	}

	#take(frame) {
		if (frame.state === "live") {
			this.#clock.learnAtLeast(frame.capturedAt);
			this.#bytes = frame.jpeg?.length ?? 0;
			frame.jpeg ? this.#picture.show(frame) : this.#drawn(frame);
		}
	}

	#drawn({ capturedAt }) {
		const isFirst = this.#capturedAt === null;
		this.#capturedAt = capturedAt;
		if (isFirst) {
			this.#refresh();
		}
	}

	#phaseChanged() {
		if (this.#view.phase === "receiving") {
			this.#poll.soon();
		}

		this.#refresh();
	}

	#refresh() {
		if (!this.#isOpen) {
			return;
		}

		const before = this.#kind;
		const status = this.#poll.latest;
		const rate = canStream ? this.#picture.rate() : (status?.fpsEncoded ?? 0);
		this.#kind = this.#display.show(this.#view, {
			age: this.#capturedAt === null ? null : Math.max(0, this.#clock.now() - this.#capturedAt),
			capturedAt: this.#capturedAt,
			rate,
			status,
			now: Date.now(),
			isOnline: navigator.onLine,
			name: this.#strip.chosen?.name,
		});
		if (before !== this.#kind) {
			this.#chrome.wake();
		}

		this.#sheet.showInForce(status, this.#kind === "live" ? this.#bytes : 0, rate);
	}

	#showZoom(isZoomed) {
		byId("zoom").ariaPressed = isZoomed;
		setIcon(byId("zoom").firstElementChild, isZoomed ? "zoom-fit" : "zoom");
	}

	#listenToControls({ onSignOut, onSignIn, onPhone, onMenu, onShare }) {
		byId("rotate").onclick = () => this.#sheet.rotate();
		byId("snapshot").onclick = () => takeSnapshot(this.#strip.chosen.id);
		byId("zoom").onclick = () => this.#zoom.toggle();
		byId("sign-out").onclick = onSignOut;
		byId("open-sign-in").onclick = onSignIn;
		byId("open-menu").onclick = onMenu;
		for (const button of document.querySelectorAll(".share")) {
			button.onclick = () => onShare(this.#strip.chosen);
		}

		byId("open-phone").onclick = onPhone;
		byId("open-help").onclick = () => byId("help").showModal();
		byId("notice-action").onclick = () => (this.#view.phase === "waiting" ? this.#view.retryNow() : this.#sheet.open());
	}

	// A tab nobody sees must not keep a camera running, nor spend a phone's data.
	#listenToBrowser() {
		const change = () => this.#isOpen && (document.visibilityState === "hidden" ? this.#pause() : this.#resume());
		document.addEventListener("visibilitychange", change);
		addEventListener("pageshow", change);
		addEventListener("pagehide", () => this.#isOpen && this.#pause());
		addEventListener("online", () => this.#isOpen && this.#backOnline());
	}

	#pause() {
		this.#view.pause();
		this.#poll.stop();
	}

	#resume() {
		if (this.#view.phase === "paused") {
			this.#view.resume();
			this.#poll.start(this.#strip.chosen.id);
			this.#chrome.wake();
		}
	}

	// What looks open may be a connection of the network before: it is opened anew unless pictures really arrive.
	#backOnline() {
		if (this.#kind !== "live" && document.visibilityState === "visible") {
			this.#pause();
			this.#resume();
		}
	}

	#keys() {
		const whenOpen = (action) => (key) => this.#isOpen && action(key);
		const move = (x, y) => whenOpen(() => this.#zoom.isZoomed && !this.#sheet.isOpen && this.#zoom.pan(x, y));
		return {
			f: whenOpen(toggleFullScreen),
			s: whenOpen(() => byId("snapshot").click()),
			r: whenOpen(() => this.#sheet.rotate()),
			"?": whenOpen(() => byId("help").showModal()),
			"+": whenOpen(() => this.#zoom.by(1.4)),
			"-": whenOpen(() => this.#zoom.by(1 / 1.4)),
			0: whenOpen(() => this.#zoom.reset()),
			ArrowLeft: move(PAN_PX, 0),
			ArrowRight: move(-PAN_PX, 0),
			ArrowUp: move(0, PAN_PX),
			ArrowDown: move(0, -PAN_PX),
			Escape: whenOpen(() => (this.#sheet.isOpen ? this.#sheet.close() : this.#zoom.reset())),
			digit: whenOpen((key) => this.#strip.chooseAt(Number(key) - 1)),
		};
	}
}
