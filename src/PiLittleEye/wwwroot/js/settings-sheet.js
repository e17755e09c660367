// The sheet itself: opens beside the moving picture, loads, applies, undoes, and says what the device really does.

import * as api from "./api.js";
import { byId, setText } from "./dom.js";
import { SettingsForm } from "./settings-form.js";
import { SettingsSaver } from "./settings-saver.js";
import { prepareTabs } from "./tabs.js";
import { chooseTheme, currentTheme } from "./theme-choice.js";
import { toast } from "./toasts.js";

export class SettingsSheet {
	#camera = null;
	#modes = null;
	#modesTrouble = "";
	#undo = null;
	#isUndoShown = () => false;
	#small = matchMedia("(max-width: 699px), (max-height: 499px)");
	#listener;
	#form = new SettingsForm((values, label) => this.#change(values, label));
	#saver = new SettingsSaver({
		send: (change) => api.changeSettings(this.#camera.id, change),
		onSaved: (saved) => this.#saved(saved),
		onRefused: (failure) => this.#refused(failure),
	});
	mayChange = false;

	/** @param listener onSaved, onSignedOut */
	constructor(listener) {
		this.#listener = listener;
		prepareTabs(byId("sheet").querySelector('[role="tablist"]'));
		byId("open-sheet").onclick = () => (this.isOpen ? this.close() : this.open());
		byId("close-sheet").onclick = () => this.close();
		this.#small.onchange = () => this.#guard();
		for (const radio of document.getElementsByName("theme")) {
			radio.onchange = () => chooseTheme(radio.value);
		}
	}

	get isOpen() {
		return !byId("sheet").hidden;
	}

	async load(camera) {
		this.#camera = camera;
		this.#modes = null;
		this.#saver.load(null);
		const settings = await api.settings(camera.id);
		if (camera === this.#camera) {
			this.#saver.load(settings);
			this.#fill();
			this.isOpen && this.#loadModes();
		}
	}

	open() {
		this.#show(true);
		byId("settings").elements.theme.value = currentTheme();
		this.#form.setReadOnly(!this.mayChange);
		byId("sheet").querySelector('[aria-selected="true"]').focus({ preventScroll: true });
		this.#loadModes();
	}

	close() {
		if (this.isOpen) {
			this.#show(false);
			byId("open-sheet").focus({ preventScroll: true });
		}
	}

	rotate() {
		if (this.mayChange && this.#saver.settings) {
			const rotation = (this.#saver.settings.rotation + 90) % 360;
			this.#change({ rotation }, `Rotation: ${rotation}°`);
		}
	}

	showInForce(status, bytes, framesPerSecond) {
		const { settings } = this.#saver;
		if (!this.isOpen || !settings) {
			return;
		}

		const isOther = Boolean(status?.width) && (status.width !== settings.width || status.height !== settings.height);
		const why = status?.state === "unavailable" ? (status.title ?? this.#modesTrouble) : "the camera is starting";
		const size = status?.width && `${status.width} × ${status.height} at ${Number(status.framesPerSecond.toFixed(2))} fps`;
		setText(byId("in-force"), `In force: ${size ?? `nothing, ${why}`}${isOther ? ". That is the nearest size this camera has." : ""}`);
		byId("in-force").classList.toggle("differs", isOther);
		const kilobytes = Math.round(bytes / 1000);
		setText(byId("weight"), kilobytes ? `${kilobytes} kB a picture, ${((kilobytes * framesPerSecond) / 1000).toFixed(1)} MB a second` : "\u00a0");
	}

	#show(isOpen) {
		byId("sheet").hidden = !isOpen;
		byId("open-sheet").setAttribute("aria-expanded", isOpen);
		this.#guard();
	}

	#change(values, label) {
		this.#form.clearErrors(Object.keys(values));
		this.#saver.change(values, label);
	}

	#fill() {
		if (this.#saver.settings && !this.#saver.isBusy) {
			this.#form.fill(this.#saver.settings, this.#modes);
		}
	}

	async #loadModes() {
		const camera = this.#camera;
		try {
			const modes = await api.modes(camera.id);
			if (camera === this.#camera) {
				this.#modes = modes;
				this.#fill();
			}
		} catch (failure) {
			this.#modesTrouble = failure.title ?? failure.message;
		}
	}

	#saved({ undo, label, paths }) {
		this.#form.clearErrors(paths);
		this.#fill();
		if (undo) {
			// Touched again before the way back was gone: it leads back to the beginning.
			const isSame = this.#isUndoShown() && Object.keys(this.#undo).join() === Object.keys(undo).join();
			this.#undo = isSame ? this.#undo : undo;
			this.#isUndoShown = toast(label, { action: "Undo", onAction: () => this.#change(this.#undo, "Taken back") });
			this.#listener.onSaved();
		}
	}

	#refused(failure) {
		if (failure.status === 401) {
			this.#listener.onSignedOut();
		} else if (!this.#form.showErrors(failure.fields ?? {})) {
			toast(`Not saved: ${failure.message}`, { isBad: true });
			this.#fill();
		}
	}

	// A sheet that covers the controls must keep the focus from walking under it.
	#guard() {
		for (const part of document.querySelectorAll(".foot, .notice")) {
			part.inert = this.isOpen && this.#small.matches;
		}
	}
}
